import { InlineTip } from "@medusajs/ui"
import { useLocale } from "../../../../hooks/use-locale"
import { formatCount, formatDays } from "../../../../lib/format"

interface UnfinishedProps {
  unfinished: { name: string; count: number }[]
  windowDays: number
}

/** Those who may still go on: in no figure above, and how far they are by now. */
export function Unfinished({ unfinished, windowDays }: UnfinishedProps) {
  const { t, locale } = useLocale()
  const entered = unfinished[0]?.count ?? 0
  if (entered === 0) {
    return null
  }
  const soFar = unfinished
    .map(
      ({ name, count }) =>
        `${t(`events.${name}`)} ${formatCount(count, locale)}`
    )
    .join(" → ")
  return (
    <div className="px-6 py-4">
      <InlineTip
        label={t("unfinished.label", { total: formatCount(entered, locale) })}
      >
        {t("unfinished.text", { window: formatDays(windowDays, locale) })}
        {unfinished.length > 1 && ` ${t("unfinished.soFar", { steps: soFar })}`}
      </InlineTip>
    </div>
  )
}
