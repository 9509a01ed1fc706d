import type { Interval } from "../../types/http/experiments"

/** A mean, the variance of that mean, and of how many visitors it is. */
export interface Estimate {
  mean: number
  variance: number
  visitors: number
}

/**
 * Treatment less control in standard errors. Null where neither varies, or one is
 * of a single visitor: nothing can be said of how far they are apart.
 *
 * @see Welch, Biometrika 34 (1947), 28-35
 */
export function welchScore(
  control: Estimate,
  treatment: Estimate
): number | null {
  const variance = control.variance + treatment.variance
  const isAlone = control.visitors < 2 || treatment.visitors < 2
  return variance > 0 && !isAlone
    ? (treatment.mean - control.mean) / Math.sqrt(variance)
    : null
}

/** Degrees of freedom by Welch and Satterthwaite; null as the score, or of 1 visitor. */
export function welchDegrees(
  control: Estimate,
  treatment: Estimate
): number | null {
  const parts = [control, treatment]
  const variance = control.variance + treatment.variance
  if (!(variance > 0) || parts.some(({ visitors }) => visitors < 2)) {
    return null
  }
  const shares = parts.map((part) => part.variance ** 2 / (part.visitors - 1))
  return variance ** 2 / (shares[0]! + shares[1]!)
}

/** The difference of the means, give or take `critical` standard errors. */
export function meanDifferenceInterval(
  control: Estimate,
  treatment: Estimate,
  critical: number
): Interval {
  const difference = treatment.mean - control.mean
  const margin = critical * Math.sqrt(control.variance + treatment.variance)
  return { lower: difference - margin, upper: difference + margin }
}

/**
 * Every t with |treatment - t control| <= critical sqrt(v_treatment + t^2
 * v_control): the ratios that the test of the difference does not refuse. No
 * bounds where the control's own mean may be 0.
 *
 * @see Fieller, Journal of the Royal Statistical Society B 16 (1954), 175-185
 */
export function meanRatioInterval(
  control: Estimate,
  treatment: Estimate,
  critical: number
): Interval {
  const a = control.mean ** 2 - critical ** 2 * control.variance
  if (!(a > 0)) {
    return { lower: null, upper: null }
  }
  const b = control.mean * treatment.mean
  const c = treatment.mean ** 2 - critical ** 2 * treatment.variance
  const root = Math.sqrt(Math.max(0, b * b - a * c))
  return { lower: (b - root) / a, upper: (b + root) / a }
}
