import type { DecisionMethod, ExperimentMetric } from "../../types"
import type { SampleSize } from "../../types/http/experiments"
import { rhoSquared } from "./confidence-sequence"
import { metricKind } from "./metric-kind"
import { sampleVariance } from "./metric-sums"
import { proportionPlan, type SizePlan, visitorsNeeded } from "./sample-size"

export interface SizeQuestion {
  variants: number
  coverage: number
  decision_method: DecisionMethod
  confidence_level: number
  power: number
  minimum_detectable_effect: number
  baseline?: number
  visitors_per_day?: number
}

/** What the shop's visitors brought before. */
export interface SizeBase {
  visitors: number
  days: number
  converters: number
  sum: number
  sum_squares: number
  currency: string | null
}

/**
 * Visitors that a relative lift needs, and the days until the shop has had them.
 * Null where nothing is known: no visitors, no conversions. An amount is planned on
 * the shop's own spread, a rate on the rate alone.
 */
export function sampleSize(
  { metric }: ExperimentMetric,
  question: SizeQuestion,
  base: SizeBase
): SampleSize {
  const kind = metricKind(metric)
  const units = kind === "per_order" ? base.converters : base.visitors
  const own = units > 0 ? base.sum / units : null
  const baseline = question.baseline ?? own
  const perDay =
    (question.visitors_per_day ?? base.visitors / base.days) * question.coverage
  const needed =
    baseline === null || baseline <= 0
      ? null
      : pairNeeded(kind === "proportion", baseline, units, question, base)
  const visitors =
    needed === null ? null : Math.ceil((needed * question.variants) / 2)
  return {
    metric,
    baseline,
    currency: kind === "proportion" ? null : base.currency,
    visitors_per_day: perDay > 0 ? perDay : null,
    visitors,
    visitors_per_variant:
      visitors === null ? null : Math.ceil(visitors / question.variants),
    days:
      visitors === null || !(perDay > 0) ? null : Math.ceil(visitors / perDay),
    is_from_shop: question.baseline === undefined,
  }
}

function pairNeeded(
  isRate: boolean,
  baseline: number,
  units: number,
  question: SizeQuestion,
  base: SizeBase
): number | null {
  const alpha = Number((1 - question.confidence_level).toFixed(12))
  const effect = question.minimum_detectable_effect
  const frame = {
    method: question.decision_method,
    alpha,
    power: question.power,
    control_share: 0.5,
    rho_squared: rhoSquared(alpha),
  }
  if (isRate) {
    const lift = Math.min(effect, 1 / baseline - 1)
    return visitorsNeeded(
      proportionPlan(baseline, lift, frame),
      baseline * effect
    )
  }
  const variance = sampleVariance(units, base.sum, base.sum_squares)
  const plan: SizePlan = {
    ...frame,
    variance,
    treatment_variance: variance,
    null_variance: variance,
  }
  return visitorsNeeded(plan, baseline * effect)
}
