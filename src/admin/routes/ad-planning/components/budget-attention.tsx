import { Text } from "@medusajs/ui"
import { TextLink } from "../../../components/text-link"
import { useAnomalies, usePacing } from "../../../hooks/api/forecasts"
import { useLocale } from "../../../hooks/use-locale"
import { formatShare } from "../../../lib/format"

/** Open anomalies, and months that are heading far off their budget. */
export function BudgetAttention() {
  const { t, locale } = useLocale()
  const { data: anomalies } = useAnomalies(true)
  const { data: pacing } = usePacing()
  const share = (value: number | null, isSigned = false) =>
    formatShare(value, locale, { digits: 0, isSigned })
  const lines = [
    ...(anomalies?.anomalies ?? []).map((row) => ({
      key: row.id,
      text: t("forecasts.attention.anomaly", {
        name: row.name ?? t("forecasts.total"),
        metric: t(`forecasts.metrics.${row.metric}`),
        change: share(
          row.expected > 0 ? row.observed / row.expected - 1 : null,
          true
        ),
        cause: t(`forecasts.causes.${row.cause?.kind ?? "unknown"}`),
      }),
    })),
    ...(pacing?.pacing ?? [])
      .filter(({ band }) => band === "far_over" || band === "far_under")
      .map((row) => ({
        key: `${row.month} ${row.ad_campaign_id}`,
        text: t("forecasts.attention.off_pace", {
          name: row.name,
          share: share(row.projected_share),
          month: row.month,
        }),
      })),
  ]
  if (lines.length === 0) {
    return null
  }
  return (
    <>
      {lines.map(({ key, text }) => (
        <li key={key} className="px-6 py-3">
          <Text size="small">{text}</Text>
        </li>
      ))}
      <li className="px-6 py-3">
        <Text size="small">
          <TextLink to="/ad-planning/budget?view=anomalies">
            {t("forecasts.attention.open")}
          </TextLink>
        </Text>
      </li>
    </>
  )
}
