import { Heading, Text } from "@medusajs/ui"
import type { SampleSize } from "../../../../../modules/ad-planning/types/http/experiments"
import { useLocale } from "../../../../hooks/use-locale"
import { formatCount, formatMoney, formatShare } from "../../../../lib/format"

/** How many visitors and days it will take, from the shop's own traffic. */
export function PlannedSize({ size }: { size: SampleSize | undefined }) {
  const { t, locale } = useLocale()
  if (!size) {
    return null
  }
  const { visitors, days, baseline, currency } = size
  const shown =
    currency && baseline !== null
      ? formatMoney(baseline, currency, locale)
      : formatShare(baseline, locale)
  const values = {
    visitors: visitors === null ? "–" : formatCount(visitors, locale),
    days: days === null ? "–" : formatCount(days, locale),
    baseline: shown,
  }
  const text =
    visitors === null
      ? "unknownSize"
      : days === null
        ? "plannedNoDays"
        : "planned"
  return (
    <section className="flex flex-col gap-y-1" aria-live="polite">
      <Heading level="h3">{t("experiments.wizard.size")}</Heading>
      <Text size="small">{t(`experiments.wizard.${text}`, values)}</Text>
    </section>
  )
}
