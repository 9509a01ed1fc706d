import { XMarkMini } from "@medusajs/icons"
import { Button, IconButton, Label, Select, Switch } from "@medusajs/ui"
import { useId } from "react"
import { useLocale } from "../../../../hooks/use-locale"
import { isGroup, ruleOf } from "../../../../lib/segment-draft"
import type {
  SegmentField,
  SegmentRule,
  SegmentRuleGroup,
} from "../../../../lib/segment-types"
import { RuleRow } from "./rule-row"

interface RuleGroupProps {
  group: SegmentRuleGroup
  fields: SegmentField[]
  onChange: (group: SegmentRuleGroup) => void
  /** The outermost group stays. */
  onRemove?: () => void
}

/** Rules that all or any of have to hold; groups may hold groups. */
export function RuleGroup(props: RuleGroupProps) {
  const { group, fields, onChange, onRemove } = props
  const { t } = useLocale()
  const id = useId()
  const { rules } = group
  const replace = (index: number, entry?: SegmentRule | SegmentRuleGroup) =>
    onChange({
      ...group,
      rules: rules.flatMap((one, at) =>
        at === index ? (entry ? [entry] : []) : [one]
      ),
    })
  const add = (entry: SegmentRule | SegmentRuleGroup) =>
    onChange({ ...group, rules: [...rules, entry] })
  const first = () =>
    ruleOf(fields.find(({ name }) => name === "orders.count")!)
  return (
    <div className="border-ui-border-base flex flex-col gap-y-3 rounded-lg border p-4">
      <div className="flex flex-wrap items-center gap-4">
        <Select
          size="small"
          value={group.combinator}
          onValueChange={(combinator) =>
            onChange({
              ...group,
              combinator: combinator === "or" ? "or" : "and",
            })
          }
        >
          <Select.Trigger className="w-48" aria-label={t("segments.combine")}>
            <Select.Value />
          </Select.Trigger>
          <Select.Content>
            <Select.Item value="and">{t("segments.all")}</Select.Item>
            <Select.Item value="or">{t("segments.any")}</Select.Item>
          </Select.Content>
        </Select>
        <span className="flex items-center gap-x-2">
          <Switch
            id={id}
            size="small"
            checked={group.not ?? false}
            onCheckedChange={(not) => onChange({ ...group, not })}
          />
          <Label size="small" htmlFor={id}>
            {t("segments.not")}
          </Label>
        </span>
        {onRemove && (
          <IconButton
            size="small"
            variant="transparent"
            className="ml-auto"
            aria-label={t("segments.removeGroup")}
            onClick={onRemove}
          >
            <XMarkMini />
          </IconButton>
        )}
      </div>
      {rules.map((entry, index) =>
        isGroup(entry) ? (
          <RuleGroup
            key={index}
            group={entry}
            fields={fields}
            onChange={(changed) => replace(index, changed)}
            onRemove={() => replace(index)}
          />
        ) : (
          <RuleRow
            key={index}
            rule={entry}
            fields={fields}
            onChange={(changed) => replace(index, changed)}
            onRemove={() => replace(index)}
          />
        )
      )}
      <div className="flex gap-x-2">
        <Button size="small" variant="secondary" onClick={() => add(first())}>
          {t("segments.addRule")}
        </Button>
        <Button
          size="small"
          variant="transparent"
          onClick={() => add({ combinator: "and", rules: [first()] })}
        >
          {t("segments.addGroup")}
        </Button>
      </div>
    </div>
  )
}
