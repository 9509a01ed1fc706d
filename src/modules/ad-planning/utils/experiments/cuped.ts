import {
  type MetricSums,
  sampleCovariance,
  sampleVariance,
} from "./metric-sums"
import type { Estimate } from "./welch"

/** Below it, an adjustment is not worth its explanation. */
export const MIN_VARIANCE_REDUCTION = 0.05

export interface Cuped {
  theta: number
  /** Share of the variance that the time before explains, in [0, 1]. */
  variance_reduction: number
  /** In the order of the arms. */
  estimates: Estimate[]
}

/**
 * Means adjusted by what the same visitors did before they saw the experiment;
 * who was not there before gets the mean of those who were. Theta is one for all
 * arms. Null where nobody was there before, or an arm has fewer than 2 visitors.
 *
 * @see Deng, Xu, Kohavi, Walker, WSDM 2013, "Improving the sensitivity of online
 *   controlled experiments by utilizing pre-experiment data"
 */
export function cuped(arms: MetricSums[]): Cuped | null {
  const seen = total(arms, "seen")
  if (seen === 0 || arms.some(({ visitors }) => visitors < 2)) {
    return null
  }
  const mean = total(arms, "covariate_sum") / seen
  const imputed = arms.map((arm) => withImputed(arm, mean))
  const xx = pooled(imputed, ({ varianceX }) => varianceX)
  const xy = pooled(imputed, ({ covariance }) => covariance)
  const yy = pooled(imputed, ({ varianceY }) => varianceY)
  if (!(xx > 0) || !(yy > 0)) {
    return null
  }
  const theta = xy / xx
  return {
    theta,
    variance_reduction: Math.min(1, xy ** 2 / (xx * yy)),
    estimates: imputed.map((arm) => ({
      visitors: arm.visitors,
      mean: arm.meanY - theta * (arm.meanX - mean),
      variance:
        Math.max(
          0,
          arm.varianceY -
            2 * theta * arm.covariance +
            theta ** 2 * arm.varianceX
        ) / arm.visitors,
    })),
  }
}

function withImputed(arm: MetricSums, mean: number) {
  const { visitors, sum, sum_squares, seen, seen_sum } = arm
  const unseen = visitors - seen
  const sumX = arm.covariate_sum + unseen * mean
  const squaresX = arm.covariate_squares + unseen * mean ** 2
  const cross = arm.covariate_cross + mean * (sum - seen_sum)
  return {
    visitors,
    meanX: sumX / visitors,
    meanY: sum / visitors,
    varianceX: sampleVariance(visitors, sumX, squaresX),
    varianceY: sampleVariance(visitors, sum, sum_squares),
    covariance: sampleCovariance(visitors, sumX, sum, cross),
  }
}

/** Within arms: what differs between them is the effect. */
function pooled<Arm extends { visitors: number }>(
  arms: Arm[],
  part: (arm: Arm) => number
): number {
  const degrees = arms.map(({ visitors }) => visitors - 1)
  const weighted = arms.map((arm, index) => part(arm) * degrees[index]!)
  return sumOf(weighted) / sumOf(degrees)
}

const total = (arms: MetricSums[], field: keyof MetricSums) =>
  sumOf(arms.map((arm) => arm[field]))

const sumOf = (values: number[]) => values.reduce((all, one) => all + one, 0)
