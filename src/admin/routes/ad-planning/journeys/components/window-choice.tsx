import { Choice } from "../../../../components/date-range-picker"
import { useLocale } from "../../../../hooks/use-locale"
import { formatDays } from "../../../../lib/format"
import { WINDOWS } from "../../../../lib/journey-choice"

interface WindowChoiceProps {
  days: number
  onChange: (days: string) => void
}

/** How long after their entry people are followed. */
export function WindowChoice({ days, onChange }: WindowChoiceProps) {
  const { t, locale } = useLocale()
  // A link may name any number of days.
  const options = [...new Set([...WINDOWS, days])].toSorted((a, b) => a - b)
  return (
    <Choice
      label={t("journeys.window")}
      value={`${days}`}
      options={options.map(String)}
      textOf={(value) => formatDays(Number(value), locale)}
      onChange={onChange}
    />
  )
}
