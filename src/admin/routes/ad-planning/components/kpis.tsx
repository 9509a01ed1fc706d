import { Container, Text } from "@medusajs/ui"
import { KpiCard, KpiCardSkeleton } from "../../../components/kpi-card"
import { useLocale } from "../../../hooks/use-locale"
import type { RoiAnswer } from "../../../lib/api-types"
import {
  changeOf,
  formatCount,
  formatDay,
  formatMoney,
  formatRatio,
  formatShare,
} from "../../../lib/format"

type Figure =
  | "revenue"
  | "spend"
  | "mer"
  | "attributed_roas"
  | "cpa"
  | "cac"
  | "conversions"
  | "new_customers"

const FIGURES: {
  key: Figure
  kind: "money" | "ratio" | "count"
  better: "more" | "less" | "none"
}[] = [
  { key: "revenue", kind: "money", better: "more" },
  { key: "spend", kind: "money", better: "none" },
  { key: "mer", kind: "ratio", better: "more" },
  { key: "attributed_roas", kind: "ratio", better: "more" },
  { key: "cpa", kind: "money", better: "less" },
  { key: "cac", kind: "money", better: "less" },
  { key: "conversions", kind: "count", better: "more" },
  { key: "new_customers", kind: "count", better: "more" },
]

/** The shop's figures of the period, and what they rest on. */
export function Kpis({ report }: { report: RoiAnswer | undefined }) {
  const { t, locale } = useLocale()
  const write = (kind: "money" | "ratio" | "count", value: number | null) => {
    if (kind === "money") {
      return formatMoney(value, report?.currency ?? "eur", locale)
    }
    return kind === "ratio"
      ? formatRatio(value, locale)
      : formatCount(value, locale)
  }
  return (
    <Container className="overflow-hidden p-0">
      <div className="bg-ui-border-base grid grid-cols-2 gap-px md:grid-cols-4">
        {FIGURES.map(({ key, kind, better }) =>
          report ? (
            <KpiCard
              key={key}
              label={t(`kpi.${key}.label`)}
              meaning={t(`kpi.${key}.meaning`)}
              value={write(kind, report.totals[key])}
              former={
                report.previous_totals &&
                t("compare.former", {
                  value: write(kind, report.previous_totals[key]),
                })
              }
              change={changeOf(
                report.totals[key],
                report.previous_totals?.[key]
              )}
              better={better}
            />
          ) : (
            <KpiCardSkeleton key={key} />
          )
        )}
      </div>
      <Text
        size="small"
        className="text-ui-fg-subtle border-ui-border-base min-h-11 border-t px-6 py-3"
        data-testid="coverage"
      >
        {report && <Basis report={report} />}
      </Text>
    </Container>
  )
}

/** Coverage is always beside attribution, and what is not in the figures. */
function Basis({ report }: { report: RoiAnswer }) {
  const { t, locale } = useLocale()
  const { coverage, spend_complete_through, unconverted } = report
  const share = (value: number | null) =>
    formatShare(value, locale, { digits: 0 })
  return (
    <>
      {t("coverage.line", {
        visitor: share(coverage.with_visitor_rate),
        touch: share(coverage.with_touch_rate),
        campaign: share(coverage.with_campaign_rate),
      })}
      {spend_complete_through &&
        ` ${t("coverage.spendThrough", { date: formatDay(spend_complete_through, locale) })}`}
      {unconverted.map(
        ({ currency, revenue }) =>
          ` ${t("coverage.unconverted", { amount: formatMoney(revenue, currency, locale) })}`
      )}
    </>
  )
}
