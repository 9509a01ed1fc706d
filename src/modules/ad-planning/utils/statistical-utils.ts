/** The statistics of experiments: what others may use of `utils/experiments`. */
export { analyse, type AnalysisInput } from "./experiments/analyse"
export { sampleSize } from "./experiments/ask-sample-size"
export { type Bucketing, variantOf, variantRanges } from "./experiments/bucket"
export { chances } from "./experiments/beta-binomial"
export {
  rhoSquared,
  sequentialCritical,
  sequentialP,
} from "./experiments/confidence-sequence"
export type { DaySums } from "./experiments/day-sums"
export { copyOf } from "./experiments/experiment-parts"
export { isOfAds } from "./experiments/experiment-problem"
export { holm } from "./experiments/holm"
export {
  differenceInterval,
  differenceScore,
  ratioInterval,
} from "./experiments/miettinen-nurminen"
export { isMoney, metricKind } from "./experiments/metric-kind"
export {
  detectableDifference,
  proportionPlan,
  type SizePlan,
  visitorsNeeded,
} from "./experiments/sample-size"
export { sampleRatio } from "./experiments/sample-ratio"
