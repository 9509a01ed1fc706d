import type {
  Comparison,
  DecisionReason,
  Decision,
  MetricResult,
  SampleRatio,
} from "../../types/http/experiments"
import { isBetter } from "./judge-metrics"

/** Less says nothing. */
export const MIN_CONVERSIONS = 50
export const MIN_DAYS = 7
/** More than this share of visitors left out, and who is left is a choice. */
export const MAX_EXCLUDED_RATE = 0.01
const MIN_EXPOSED = 100

export interface Evidence {
  sample_ratio: { before: SampleRatio; after: SampleRatio } | null
  exposed: number
  excluded: number
  conversions: number
  days: number
  /** Of `fixed`: every primary metric has as many visitors as planned, or all there will be. */
  is_due: boolean
  /** Nothing more comes. */
  is_final: boolean
  effect: number
  /** Judged. */
  metrics: MetricResult[]
}

export interface Choice {
  decision: Decision
  reason: DecisionReason
  variant: string | null
  /** What it goes by. */
  metric: MetricResult | null
  comparison: Comparison | null
}

/** What is to be done, and by what. */
export function decide(evidence: Evidence): Choice {
  const { sample_ratio, exposed, excluded } = evidence
  const looks = sample_ratio && [sample_ratio.before, sample_ratio.after]
  if (looks?.some(({ status }) => status === "mismatch")) {
    return plain("invalid_srm", "split_broken")
  }
  if (exposed >= MIN_EXPOSED && excluded / exposed > MAX_EXCLUDED_RATE) {
    return plain("do_not_trust", "too_many_excluded")
  }
  if (!evidence.metrics.some(({ role }) => role === "primary")) {
    return plain("insufficient_data", "observational")
  }
  if (evidence.conversions < MIN_CONVERSIONS || evidence.days < MIN_DAYS) {
    return plain("insufficient_data", "too_few")
  }
  return evidence.is_due
    ? decideOnMetrics(evidence)
    : plain("keep_running", "before_planned_size")
}

function decideOnMetrics({ metrics, is_final, effect }: Evidence): Choice {
  const primary = metrics.filter(({ role }) => role === "primary")
  const all = primary.flatMap((metric) =>
    metric.comparisons.map((comparison) => ({ metric, comparison }))
  )
  const shown = all.filter(({ comparison }) => comparison.is_significant)
  const worse = shown.filter((one) => !isBetter(one.metric, one.comparison))
  const isWorse = (variant: string) =>
    worse.some(({ comparison }) => comparison.variant === variant)
  const better = shown
    .filter((one) => isBetter(one.metric, one.comparison))
    .filter(({ comparison }) => !isWorse(comparison.variant))
    .toSorted((a, b) => strength(b) - strength(a))
  const harmed = new Set(
    metrics.flatMap(({ comparisons }) =>
      comparisons.filter((one) => one.is_harmed).map(({ variant }) => variant)
    )
  )
  const winner = better.find(
    ({ comparison }) => !harmed.has(comparison.variant)
  )
  if (winner) {
    return {
      ...plain("ship_variant", "better"),
      ...winner,
      variant: winner.comparison.variant,
    }
  }
  if (better[0]) {
    return { ...plain("keep_control", "guardrail_harmed"), ...better[0] }
  }
  const small = all.filter(({ comparison }) => isSmall(comparison, effect))
  if (all.length > 0 && small.length === all.length) {
    return { ...plain("no_difference", "too_small_to_matter"), ...small[0]! }
  }
  const isOut = ({ comparison }: (typeof all)[number]) =>
    isWorse(comparison.variant) || isSmall(comparison, effect)
  if (worse[0] && all.every(isOut)) {
    return { ...plain("keep_control", "worse"), ...worse[0] }
  }
  return is_final
    ? { ...plain("keep_control", "not_shown"), ...all[0] }
    : { ...plain("keep_running", "undecided"), ...all[0] }
}

/** Standard errors towards what is good. */
function strength({
  metric,
  comparison,
}: {
  metric: MetricResult
  comparison: Comparison
}) {
  const score = comparison.score ?? 0
  return metric.direction === "increase" ? score : -score
}

/** Its whole interval is within what would matter. */
function isSmall(
  { lift_interval: { lower, upper } }: Comparison,
  effect: number
): boolean {
  return lower !== null && upper !== null && lower > -effect && upper < effect
}

function plain(decision: Decision, reason: DecisionReason): Choice {
  return { decision, reason, variant: null, metric: null, comparison: null }
}
