import type {
  Experiment,
  ExperimentMetric,
  MetricQuestion,
  RevenueBasis,
} from "../../types"
import { isOfAds, metricId } from "./experiment-problem"
import { isMoney } from "./metric-kind"

/** A metric of an experiment at a moment, as its statement takes it. */
export function metricQuestion(
  experiment: Experiment,
  metric: ExperimentMetric,
  store: { asOf: Date; timezone: string; revenue_basis: RevenueBasis }
): MetricQuestion {
  const { plan, variants } = experiment
  const asOf = store.asOf.toISOString()
  const isMoneyMetric = isMoney(metric.metric)
  return {
    experiment_id: experiment.id,
    metric,
    is_money: isMoneyMetric,
    ads: isOfAds(variants)
      ? variants.map(({ key, ad_campaign_id, ad_set_id, ad_id }) => ({
          variant: key,
          ad_campaign_id,
          ad_set_id,
          ad_id,
        }))
      : null,
    started_at: experiment.started_at?.toISOString() ?? asOf,
    ended_at: experiment.ended_at?.toISOString() ?? null,
    as_of: asOf,
    timezone: store.timezone,
    window_hours: experiment.conversion_window_hours,
    maturity_days: isMoneyMetric ? (plan?.refund_maturity_days ?? 0) : 0,
    currency: plan?.currency ?? null,
    revenue_basis: plan?.revenue_basis ?? store.revenue_basis,
    cap: plan?.caps[metricId(metric)] ?? null,
    use_cuped: experiment.use_cuped,
  }
}
