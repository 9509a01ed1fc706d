import { XMarkMini } from "@medusajs/icons"
import { IconButton, Select } from "@medusajs/ui"
import { useLocale } from "../../../../hooks/use-locale"
import { fieldKey, ruleOf, valueFor } from "../../../../lib/segment-draft"
import type { SegmentField, SegmentRule } from "../../../../lib/segment-types"
import { OPERATOR_KEYS } from "../../../../lib/segment-words"
import { RuleParamsRow } from "./rule-params-row"
import { RuleValue } from "./rule-value"

interface RuleRowProps {
  rule: SegmentRule
  fields: SegmentField[]
  onChange: (rule: SegmentRule) => void
  onRemove: () => void
}

/** One condition: what, how, which value, and of which facts. */
export function RuleRow({ rule, fields, onChange, onRemove }: RuleRowProps) {
  const { t } = useLocale()
  const field = fields.find(({ name }) => name === rule.field)
  if (!field) {
    return null
  }
  const groups = [...new Set(fields.map(({ group }) => group))]
  const choose = (name: string) => {
    const chosen = fields.find((one) => one.name === name)
    if (chosen) {
      onChange(ruleOf(chosen))
    }
  }
  return (
    <div className="bg-ui-bg-subtle flex flex-col gap-y-2 rounded-md p-3">
      <div className="flex flex-wrap items-center gap-2">
        <Select size="small" value={rule.field} onValueChange={choose}>
          <Select.Trigger className="w-56" aria-label={t("segments.field")}>
            <Select.Value />
          </Select.Trigger>
          <Select.Content>
            {groups.map((group) => (
              <Select.Group key={group}>
                <Select.Label>{t(`segments.groups.${group}`)}</Select.Label>
                {fields
                  .filter((one) => one.group === group)
                  .map(({ name }) => (
                    <Select.Item key={name} value={name}>
                      {t(`segments.fields.${fieldKey(name)}`)}
                    </Select.Item>
                  ))}
              </Select.Group>
            ))}
          </Select.Content>
        </Select>
        <Select
          size="small"
          value={rule.operator}
          onValueChange={(chosen) => {
            const operator = field.operators.find((one) => one === chosen)!
            onChange({ ...rule, operator, value: valueFor(field, operator) })
          }}
        >
          <Select.Trigger className="w-40" aria-label={t("segments.operator")}>
            <Select.Value />
          </Select.Trigger>
          <Select.Content>
            {field.operators.map((operator) => (
              <Select.Item key={operator} value={operator}>
                {t(`segments.operators.${OPERATOR_KEYS[operator]}`)}
              </Select.Item>
            ))}
          </Select.Content>
        </Select>
        <RuleValue rule={rule} field={field} onChange={onChange} />
        <IconButton
          size="small"
          variant="transparent"
          className="ml-auto"
          aria-label={t("segments.removeRule")}
          onClick={onRemove}
        >
          <XMarkMini />
        </IconButton>
      </div>
      {field.params.length > 0 && (
        <RuleParamsRow rule={rule} field={field} onChange={onChange} />
      )}
    </div>
  )
}
