import { Input, Switch } from "@medusajs/ui"
import { useId } from "react"
import { useFieldValues } from "../../../../hooks/api/segments"
import { useLocale } from "../../../../hooks/use-locale"
import { listOf } from "../../../../lib/segment-draft"
import type { SegmentField, SegmentRule } from "../../../../lib/segment-types"

interface RuleValueProps {
  rule: SegmentRule
  field: SegmentField
  onChange: (rule: SegmentRule) => void
}

const ONE_NUMBER = ["withinLast", "olderThan"]

/** The value of a rule, with suggestions where the store has some. */
export function RuleValue({ rule, field, onChange }: RuleValueProps) {
  const { t } = useLocale()
  const { operator, value } = rule
  const set = (changed: SegmentRule["value"]) =>
    onChange({ ...rule, value: changed })
  if (operator === "null" || operator === "notNull") {
    return null
  }
  if (field.kind === "boolean") {
    return (
      <Switch
        size="small"
        checked={value === true}
        aria-label={t("segments.value")}
        onCheckedChange={set}
      />
    )
  }
  if (operator === "between") {
    const pair = [value].flat()
    return (
      <span className="flex items-center gap-x-2">
        {[0, 1].map((index) => (
          <OneValue
            key={index}
            field={field}
            isNumber={field.kind === "number"}
            value={pair[index] ?? ""}
            onChange={(one) => {
              const changed = pair.map((old, at) => (at === index ? one : old))
              set(
                field.kind === "number"
                  ? changed.map(Number)
                  : changed.map(String)
              )
            }}
          />
        ))}
      </span>
    )
  }
  const isList = operator === "in" || operator === "notIn"
  const isNumber = field.kind === "number" || ONE_NUMBER.includes(operator)
  return (
    <OneValue
      field={field}
      isNumber={isNumber && !isList}
      value={Array.isArray(value) ? value.join(", ") : (value ?? "")}
      onChange={(one) => set(isList ? listOf(String(one), field.kind) : one)}
    />
  )
}

interface OneValueProps {
  field: SegmentField
  isNumber: boolean
  value: string | number | boolean
  onChange: (value: string | number) => void
}

function OneValue({ field, isNumber, value, onChange }: OneValueProps) {
  const { t } = useLocale()
  const list = useId()
  const known = useFieldValues(
    field.values?.kind === "facts" ? field.values.of : null
  )
  const choices =
    field.values?.kind === "choice"
      ? field.values.values.map((one) => ({ value: one, label: one }))
      : (known.data?.values ?? [])
  const type = isNumber ? "number" : field.kind === "date" ? "date" : "text"
  return (
    <>
      <Input
        key={`${field.name}-${type}`}
        size="small"
        className="w-44"
        type={type}
        step="any"
        list={choices.length ? list : undefined}
        aria-label={t("segments.value")}
        defaultValue={`${value}`}
        onChange={(event) =>
          onChange(isNumber ? Number(event.target.value) : event.target.value)
        }
      />
      <datalist id={list}>
        {choices.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </datalist>
    </>
  )
}
