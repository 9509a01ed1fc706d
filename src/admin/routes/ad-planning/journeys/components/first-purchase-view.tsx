import { Container, Heading, InlineTip, Text } from "@medusajs/ui"
import { CountBars } from "../../../../components/count-bars"
import { KpiCard } from "../../../../components/kpi-card"
import {
  EmptyState,
  ErrorState,
  TableSkeleton,
} from "../../../../components/states"
import { useFirstPurchase } from "../../../../hooks/api/journeys"
import { useLocale } from "../../../../hooks/use-locale"
import type { FirstPurchaseAnswer } from "../../../../lib/api-types"
import type { DateRange } from "../../../../lib/date-range"
import { formatCount } from "../../../../lib/format"

/** How long it takes until somebody buys for the first time. */
export function FirstPurchaseView({ period }: { period: DateRange }) {
  const { t } = useLocale()
  const { data, error, refetch } = useFirstPurchase({ ...period })
  return (
    <Container className="overflow-hidden p-0">
      {error && <ErrorState error={error} onRetry={refetch} />}
      {!error && !data && <TableSkeleton rows={10} />}
      {!error && data && data.buyers + data.unknown_buyers === 0 && (
        <EmptyState
          title={t("firstPurchase.empty")}
          hint={t("firstPurchase.emptyHint")}
        />
      )}
      {!error && data && data.buyers + data.unknown_buyers > 0 && (
        <Counted report={data} />
      )}
      <Text
        size="xsmall"
        className="text-ui-fg-subtle border-ui-border-base border-t px-6 py-3"
      >
        {t("firstPurchase.method")}
      </Text>
    </Container>
  )
}

function Counted({ report }: { report: FirstPurchaseAnswer }) {
  const { t, locale } = useLocale()
  const count = (value: number | null) => formatCount(value, locale)
  const figures = {
    buyers: count(report.buyers),
    days: count(report.days.median),
    touchpoints: count(report.touchpoints.median),
    without_touchpoints: count(report.without_touchpoints),
  }
  return (
    <>
      <div className="bg-ui-border-base grid grid-cols-2 gap-px md:grid-cols-4">
        {(
          ["buyers", "days", "touchpoints", "without_touchpoints"] as const
        ).map((key) => (
          <KpiCard
            key={key}
            label={t(`firstPurchase.figures.${key}.label`)}
            meaning={t(`firstPurchase.figures.${key}.meaning`)}
            value={figures[key]}
            former={null}
            change={null}
            better="none"
          />
        ))}
      </div>
      {report.status && (
        <div className="border-ui-border-base border-t px-6 py-4">
          <InlineTip label={t("firstPurchase.thin")}>
            {t("firstPurchase.thinText", {
              observed: count(report.observed ?? 0),
              required: count(report.required ?? 0),
            })}
          </InlineTip>
        </div>
      )}
      <div className="bg-ui-border-base border-ui-border-base grid gap-px border-t xl:grid-cols-2">
        {(["days", "touchpoints"] as const).map((key) => (
          <Histogram key={key} of={key} report={report} />
        ))}
      </div>
      {report.unknown_buyers > 0 && (
        <Text
          size="small"
          className="text-ui-fg-subtle border-ui-border-base border-t px-6 py-3"
        >
          {t("firstPurchase.unknown", { total: count(report.unknown_buyers) })}
        </Text>
      )}
    </>
  )
}

interface HistogramProps {
  of: "days" | "touchpoints"
  report: FirstPurchaseAnswer
}

/** Buyers by how much it took them, and the quantiles in words. */
function Histogram({ of, report }: HistogramProps) {
  const { t, locale } = useLocale()
  const ranges = report[`by_${of}`]
  const total = ranges.reduce((sum, { count }) => sum + count, 0)
  const write = (value: number | null) => formatCount(value, locale)
  const nameOf = (from: number, to: number | null) => {
    if (to === null) {
      return t("firstPurchase.range.open", { from: write(from) })
    }
    // Days are measured, touchpoints are counted.
    const last = of === "days" ? to : to - 1
    return last === from
      ? write(from)
      : t("firstPurchase.range.closed", { from: write(from), to: write(last) })
  }
  const { p25, p75, p90 } = report[of]
  const title = t(`firstPurchase.by.${of}`)
  return (
    <section className="bg-ui-bg-base flex min-w-0 flex-col gap-y-3 px-6 py-4">
      <div>
        <Heading level="h3">{title}</Heading>
        {p25 !== null && (
          <Text size="small" className="text-ui-fg-subtle">
            {t(`firstPurchase.spread.${of}`, {
              p25: write(p25),
              p75: write(p75),
              p90: write(p90),
            })}
          </Text>
        )}
      </div>
      <CountBars
        label={title}
        head={title}
        rows={ranges.map(({ from, to, count }) => ({
          name: nameOf(from, to),
          count,
          share: total ? count / total : null,
        }))}
      />
    </section>
  )
}
