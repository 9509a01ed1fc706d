import { sequentialCritical } from "./confidence-sequence"
import { normalCritical, normalScore } from "./distributions"
import { findRoot } from "./find-root"

/** What a comparison of one treatment with the control is planned on. */
export interface SizePlan {
  method: "sequential" | "fixed"
  alpha: number
  /** Chance to find the effect if it is there, in (0, 1). */
  power: number
  /** Variance of one visitor's figure: in the control, and with the effect. */
  variance: number
  treatment_variance: number
  /** Share of these two arms' visitors that the control gets, in (0, 1). */
  control_share: number
  /** Of a sequence. */
  rho_squared: number
  /** Variance if there is no effect; of proportions the pooled rate's. */
  null_variance: number
}

const MOST_VISITORS = 1e12

/**
 * Visitors of both arms at which an absolute difference is found with the plan's
 * power; null where nothing varies, there is none, or no store is that large.
 * Fixed: as R's power.prop.test. Sequential: |difference| / SE = k_n + z_power.
 */
export function visitorsNeeded(
  plan: SizePlan,
  difference: number
): number | null {
  const wanted = Math.abs(difference)
  const isEnough = (visitors: number) =>
    wanted - detectableDifference(plan, visitors)
  if (
    !(plan.variance + plan.treatment_variance > 0) ||
    !(isEnough(MOST_VISITORS) > 0)
  ) {
    return null
  }
  const log = findRoot(
    (exponent) => isEnough(Math.exp(exponent)),
    0,
    Math.log(MOST_VISITORS)
  )
  return Math.ceil(Math.exp(log) - 1e-6)
}

/** The smallest absolute difference that so many visitors of both arms show. */
export function detectableDifference(plan: SizePlan, visitors: number): number {
  const control = visitors * plan.control_share
  const treatment = visitors * (1 - plan.control_share)
  const error = Math.sqrt(
    plan.variance / control + plan.treatment_variance / treatment
  )
  const power = normalScore(plan.power) * error
  if (plan.method === "sequential") {
    const critical = sequentialCritical(visitors, plan.alpha, plan.rho_squared)
    return critical * error + power
  }
  const nullError = Math.sqrt(
    plan.null_variance / control + plan.null_variance / treatment
  )
  return normalCritical(plan.alpha) * nullError + power
}

/**
 * The plan of a rate and the relative lift of it that should be found. `rate` and
 * `rate` x (1 + `lift`) are in [0, 1].
 */
export function proportionPlan(
  rate: number,
  lift: number,
  frame: Omit<SizePlan, "variance" | "treatment_variance" | "null_variance">
): SizePlan {
  const treated = Math.min(1, Math.max(0, rate * (1 + lift)))
  const share = frame.control_share
  const pooled = rate * share + treated * (1 - share)
  return {
    ...frame,
    variance: rate * (1 - rate),
    treatment_variance: treated * (1 - treated),
    null_variance: pooled * (1 - pooled),
  }
}
