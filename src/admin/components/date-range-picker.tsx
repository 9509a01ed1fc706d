import { Input, Label, Select, Text } from "@medusajs/ui"
import {
  COMPARISONS,
  PRESETS,
  rangeOf,
  type Comparison,
  type DateRangeState,
  type Preset,
} from "../lib/date-range"
import { useLocale } from "../hooks/use-locale"

interface DateRangePickerProps {
  state: DateRangeState
  /** The store's calendar day now. */
  today: string
  timezone: string
  /** Whether the page can compare; it does unless told otherwise. */
  canCompare?: boolean
  onChange: (state: DateRangeState) => void
}

/** Which days a page is about, and what they are compared with. */
export function DateRangePicker(props: DateRangePickerProps) {
  const { state, today, timezone, canCompare = true, onChange } = props
  const { t } = useLocale()
  const choose = (preset: string) =>
    onChange(
      preset === "custom"
        ? { ...state, preset }
        : {
            ...state,
            preset: preset as Preset,
            ...rangeOf(preset as Preset, today),
          }
    )
  const setBound = (bound: "from" | "to", date: string) => {
    if (!date) {
      return
    }
    const next = { ...state, preset: "custom" as const, [bound]: date }
    // A bound moved past the other one takes it along.
    const other = bound === "from" ? "to" : "from"
    onChange(next.from > next.to ? { ...next, [other]: date } : next)
  }
  return (
    <div className="flex flex-wrap items-end gap-2">
      <Choice
        label={t("range.label")}
        value={state.preset}
        options={[...PRESETS, "custom"]}
        textOf={(value) => t(`range.${value}`)}
        onChange={choose}
      />
      {(["from", "to"] as const).map((bound) => (
        <div key={bound} className="flex flex-col gap-y-1">
          <Label size="xsmall" htmlFor={`range-${bound}`}>
            {t(`range.${bound}`)}
          </Label>
          <Input
            id={`range-${bound}`}
            type="date"
            size="small"
            max={bound === "to" ? undefined : today}
            value={state[bound]}
            onChange={(event) => setBound(bound, event.target.value)}
          />
        </div>
      ))}
      {canCompare && (
        <Choice
          label={t("compare.label")}
          value={state.compare}
          options={COMPARISONS}
          textOf={(value) => t(`compare.${value}`)}
          onChange={(value) =>
            onChange({ ...state, compare: value as Comparison })
          }
        />
      )}
      <Text size="xsmall" className="text-ui-fg-subtle pb-1.5">
        {t("range.timezone", { timezone })}
      </Text>
    </div>
  )
}

interface ChoiceProps {
  label: string
  value: string
  options: readonly string[]
  textOf: (value: string) => string
  onChange: (value: string) => void
}

export function Choice({
  label,
  value,
  options,
  textOf,
  onChange,
}: ChoiceProps) {
  return (
    <div className="flex flex-col gap-y-1">
      <Label size="xsmall">{label}</Label>
      <Select size="small" value={value} onValueChange={onChange}>
        <Select.Trigger aria-label={label} className="min-w-40">
          <Select.Value />
        </Select.Trigger>
        <Select.Content>
          {options.map((option) => (
            <Select.Item key={option} value={option}>
              {textOf(option)}
            </Select.Item>
          ))}
        </Select.Content>
      </Select>
    </div>
  )
}
