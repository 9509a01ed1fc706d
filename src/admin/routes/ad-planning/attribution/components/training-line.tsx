import { InlineTip, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useHealth } from "../../../../hooks/api/reports"
import { useLocale } from "../../../../hooks/use-locale"
import type { Training } from "../../../../../modules/ad-planning/types"
import { dayIn } from "../../../../lib/date-range"
import { formatCount, formatDay } from "../../../../lib/format"

interface TrainingLineProps {
  training: Training | null
  action?: ReactNode
}

/** What the data-driven model has learnt from, and whether that is enough. */
export function TrainingLine({ training, action }: TrainingLineProps) {
  const { t, locale } = useLocale()
  const timezone = useHealth().data?.health.settings.timezone
  if (!training) {
    return null
  }
  const count = (value: number) => formatCount(value, locale)
  const day = (instant: number) =>
    formatDay(dayIn(timezone ?? "UTC", new Date(instant)), locale)
  return (
    <div className="flex flex-col gap-y-3 px-6 py-4">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <Text size="small" className="text-ui-fg-subtle max-w-[720px]">
          {t("training.line", {
            from: day(Date.parse(training.from)),
            // The end is the first instant that is no longer in it.
            to: day(Date.parse(training.to) - 1),
            converting: count(training.converting_paths),
            others: count(training.null_paths),
            states: count(training.states),
          })}
        </Text>
        {action}
      </div>
      {training.is_thin && (
        <InlineTip label={t("training.thin")}>
          {t("training.thinText", {
            observed: count(training.converting_paths),
            required: count(training.required_paths),
          })}
        </InlineTip>
      )}
    </div>
  )
}
