import type { DecisionMethod, ExperimentVariant } from "../../types"
import type { Comparison, TestOutcome } from "../../types/http/experiments"
import { fixedOutcome, type Pair, sequentialOutcome } from "./compare"
import type { Cuped } from "./cuped"
import type { MetricKind } from "./metric-kind"
import { adjustedPair, meanOf, pairOf } from "./metric-pairs"
import type { MetricSums } from "./metric-sums"
import {
  detectableDifference,
  type SizePlan,
  visitorsNeeded,
} from "./sample-size"

/** What holds for every comparison of an experiment. */
export interface Frame {
  variants: ExperimentVariant[]
  method: DecisionMethod
  alpha: number
  rho_squared: number
  /** Relative lift that matters. */
  effect: number
  /** Primary metrics x treatments. */
  comparisons: number
  /** Visitors of all variants who mature on a day. */
  visitors_per_day: number | null
}

const POWER = 0.8

const UNKNOWN: TestOutcome = {
  p_value: null,
  difference_interval: { lower: null, upper: null },
  lift_interval: { lower: null, upper: null },
}

/** Each treatment beside the control. */
export function compareVariants(
  kind: MetricKind,
  arms: MetricSums[],
  adjustment: Cuped | null,
  frame: Frame
): Comparison[] {
  const control = frame.variants.findIndex(({ is_control }) => is_control)
  return frame.variants.flatMap(({ key, is_control }, index) => {
    if (is_control) {
      return []
    }
    const plain = pairOf(kind, arms[control]!, arms[index]!)
    const pair = adjustment ? adjustedPair(adjustment, control, index) : plain
    return [
      {
        variant: key,
        ...outcomes(pair, frame),
        unadjusted: adjustment && plain ? outcome(plain, frame) : null,
        ...sizes(kind, arms[control]!, arms[index]!, [control, index], frame),
      },
    ]
  })
}

/** What the experiment's method says of a pair; `alpha` for other levels. */
export function outcome(
  pair: Pair | null,
  frame: Pick<Frame, "method" | "alpha" | "rho_squared">,
  alpha = frame.alpha
): TestOutcome {
  if (!pair) {
    return UNKNOWN
  }
  return frame.method === "sequential"
    ? sequentialOutcome(pair, alpha, frame.rho_squared)
    : fixedOutcome(pair, alpha)
}

function outcomes(pair: Pair | null, frame: Frame) {
  const { alpha, rho_squared } = frame
  const headline = outcome(pair, frame)
  return {
    visitors: pair?.visitors ?? 0,
    difference: pair?.difference ?? null,
    lift: pair?.lift ?? null,
    score: pair?.score ?? null,
    ...headline,
    adjusted_p_value: null,
    is_significant: false,
    is_harmed: false,
    simultaneous_lift_interval: outcome(pair, frame, alpha / frame.comparisons)
      .lift_interval,
    guardrail_interval: outcome(pair, frame, 2 * alpha).difference_interval,
    sequential: pair ? sequentialOutcome(pair, alpha, rho_squared) : UNKNOWN,
    fixed: pair ? fixedOutcome(pair, alpha) : UNKNOWN,
  }
}

/** How small an effect shows by now, and when the planned one would. */
function sizes(
  kind: MetricKind,
  control: MetricSums,
  treatment: MetricSums,
  [controlIndex, index]: [number, number],
  frame: Frame
) {
  const base = meanOf(kind, control)
  const visitors = control.visitors + treatment.visitors
  const weights = frame.variants.map(({ weight }) => weight)
  const share = weights[controlIndex]! + weights[index]!
  if (!base || !(base.mean > 0) || !(base.variance > 0)) {
    return { detectable_lift: null, visitors_needed: null, days_left: null }
  }
  const variance = base.variance * base.visitors
  const plan: SizePlan = {
    method: frame.method,
    alpha: frame.alpha,
    power: POWER,
    variance,
    treatment_variance: variance,
    null_variance: variance,
    control_share: weights[controlIndex]! / share,
    rho_squared: frame.rho_squared,
  }
  const needed = visitorsNeeded(plan, base.mean * frame.effect)
  const perDay = frame.visitors_per_day && frame.visitors_per_day * share
  return {
    detectable_lift: detectableDifference(plan, visitors) / base.mean,
    visitors_needed: needed,
    days_left:
      needed === null || !perDay
        ? null
        : Math.ceil(Math.max(0, needed - visitors) / perDay),
  }
}
