import type { ForecastMetric } from "../../../../../modules/ad-planning/types/forecasts"
import { useLocale } from "../../../../hooks/use-locale"
import { formatCount, formatMoney } from "../../../../lib/format"

/** How values of a metric are written: money or a count. */
export function useValue(metric: ForecastMetric, currency: string) {
  const { locale } = useLocale()
  return (value: number | null | undefined, isCompact = false) =>
    metric === "spend" || metric === "revenue"
      ? formatMoney(value, currency, locale, { isCompact })
      : formatCount(value, locale)
}
