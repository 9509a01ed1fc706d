import { Container } from "@medusajs/ui"
import type { ExperimentResults } from "../../../../../../modules/ad-planning/types/http/experiments"
import { KpiCard } from "../../../../../components/kpi-card"
import { useLocale } from "../../../../../hooks/use-locale"
import { formatCount } from "../../../../../lib/format"
import { formatLift, formatP } from "../../lib/format-lift"

/** Lift with its interval, visitors, p and the sample ratio. */
export function ResultFigures({ results }: { results: ExperimentResults }) {
  const { t, locale } = useLocale()
  const [metric] = results.metrics
  const best =
    metric?.comparisons.find(({ variant }) => variant === results.variant) ??
    metric?.comparisons[0]
  const { lower, upper } = best?.lift_interval ?? { lower: null, upper: null }
  const maturing = metric?.variants.reduce((all, one) => all + one.maturing, 0)
  const ratio = results.sample_ratio?.before
  const text = (key: string) => t(`experiments.detail.${key}`)
  const card = (key: string, value: string, former: string) => (
    <KpiCard
      label={text(key)}
      meaning={text(`${key}Meaning`)}
      value={value}
      former={former}
      change={null}
      better="none"
    />
  )
  return (
    <Container className="grid grid-cols-2 gap-px overflow-hidden p-0 lg:grid-cols-4">
      {card(
        "lift",
        formatLift(best?.lift ?? null, locale),
        `${formatLift(lower, locale)} … ${formatLift(upper, locale)}`
      )}
      {card(
        "visitors",
        formatCount(best?.visitors ?? 0, locale),
        t("experiments.detail.maturing", {
          count: maturing ?? 0,
        })
      )}
      {card(
        "pvalue",
        formatP(best?.adjusted_p_value ?? null, locale),
        metric ? t(`experiments.metrics.${metric.metric}`) : "–"
      )}
      {card(
        "ratio",
        ratio ? text(`ratios.${ratio.status}`) : "–",
        t("experiments.detail.ratioP", {
          p: formatP(ratio?.p_value ?? null, locale),
        })
      )}
    </Container>
  )
}
