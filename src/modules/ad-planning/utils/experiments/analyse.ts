import type {
  DecisionMethod,
  ExperimentMetric,
  ExperimentStatus,
  ExperimentVariant,
} from "../../types"
import type { ExperimentResults } from "../../types/http/experiments"
import { analyseMetric, type MetricInput } from "./analyse-metric"
import type { Frame } from "./compare-variants"
import { type DaySums, firstDay, lookDays } from "./day-sums"
import { decide, type Evidence, MIN_CONVERSIONS, MIN_DAYS } from "./decide"
import { judgeMetrics } from "./judge-metrics"
import { liftSeries } from "./lift-series"
import { metricKind } from "./metric-kind"
import { sampleRatio } from "./sample-ratio"
import { verdictOf } from "./verdict"

const DAY_MS = 86_400_000

/** Exposures of a variant until the last look, and until now. */
export interface ExposureCounts {
  variant: string
  exposed: number
  excluded: number
  /** Of those before the day of `as_of` began. */
  looked_exposed: number
  looked_excluded: number
}

export interface AnalysisInput {
  id: string
  status: ExperimentStatus
  variants: ExperimentVariant[]
  method: DecisionMethod
  confidence_level: number
  rho_squared: number
  effect: number
  planned_visitors: number | null
  started_at: Date
  as_of: Date
  /** Stopped, and the last exposed visitor has matured. */
  is_final: boolean
  is_observational: boolean
  /** Of ads nothing was assigned here: there is no split to check. */
  is_of_ads: boolean
  use_cuped: boolean
  cuped: Record<string, boolean>
  currency: string | null
  exposures: ExposureCounts[]
  linked_conflicts: number
  metrics: {
    /** Names the metric among those of the experiment. */
    id: string
    metric: ExperimentMetric
    role: MetricInput["role"]
    cap: number | null
    /** Orders without a rate: they count as nothing. */
    unpriced: number
    rows: DaySums[]
  }[]
}

/** All that can be said of an experiment: a function of its facts and `as_of`. */
export function analyse(input: AnalysisInput): Omit<ExperimentResults, "ads"> {
  const frame = frameOf(input)
  const untils = input.metrics.map(({ rows }) => decisionDay(input, rows))
  const metrics = judgeMetrics(
    input.metrics.map((one, index) =>
      analyseMetric(
        {
          ...one,
          currency: input.currency,
          until: untils[index],
          useCuped: input.use_cuped,
          isCupedOn: input.cuped[one.id],
        },
        frame
      )
    ),
    frame.alpha
  )
  const isDue =
    input.method === "sequential" ||
    input.is_final ||
    input.metrics.every(
      ({ role }, index) => role === "guardrail" || untils[index] !== undefined
    )
  const primary = input.metrics.find(({ role }) => role === "primary")
  const evidence = evidenceOf(input, metrics, isDue)
  const choice = decide(evidence)
  const names = new Map(input.variants.map(({ key, name }) => [key, name]))
  return {
    ...verdictOf(
      choice,
      evidence,
      input.planned_visitors,
      (key) => names.get(key) ?? key
    ),
    experiment_id: input.id,
    status: input.status,
    as_of: input.as_of.toISOString(),
    decision_method: input.method,
    alpha: frame.alpha,
    final: input.is_final,
    is_observational: input.is_observational,
    exposed: evidence.exposed,
    excluded: evidence.excluded,
    excluded_rate:
      evidence.exposed > 0 ? evidence.excluded / evidence.exposed : null,
    linked_conflicts: input.linked_conflicts,
    conversions: { observed: evidence.conversions, required: MIN_CONVERSIONS },
    days: { observed: evidence.days, required: MIN_DAYS },
    sample_ratio: evidence.sample_ratio,
    variants: input.variants.map(({ key, name, weight, is_control }) => {
      const counts = countsOf(input, key)
      return {
        key,
        name,
        weight,
        is_control,
        exposed: counts?.exposed ?? 0,
        excluded: counts?.excluded ?? 0,
      }
    }),
    metrics,
    series: primary
      ? liftSeries(metricKind(primary.metric.metric), primary.rows, frame)
      : [],
  }
}

function frameOf(input: AnalysisInput): Frame {
  const primary = input.metrics.filter(({ role }) => role === "primary")
  const rows = primary[0]?.rows ?? []
  const days = lookDays(rows).length
  const matured = rows
    .filter(({ matured_on }) => matured_on !== null)
    .reduce((all, { visitors }) => all + visitors, 0)
  return {
    variants: input.variants,
    method: input.method,
    // 1 - 0.95 is not 0.05 in binary.
    alpha: Number((1 - input.confidence_level).toFixed(12)),
    rho_squared: input.rho_squared,
    effect: input.effect,
    comparisons: Math.max(1, primary.length * (input.variants.length - 1)),
    visitors_per_day: days > 0 ? matured / days : null,
  }
}

/** `fixed` counts until the planned size was reached, and nothing after. */
function decisionDay(
  { method, planned_visitors }: AnalysisInput,
  rows: DaySums[]
): string | undefined {
  return method === "fixed" && planned_visitors !== null
    ? firstDay(rows, ({ visitors }) => visitors >= planned_visitors)
    : undefined
}

function evidenceOf(
  input: AnalysisInput,
  metrics: Evidence["metrics"],
  is_due: boolean
): Evidence {
  const total = (field: "exposed" | "excluded") =>
    input.exposures.reduce((all, row) => all + row[field], 0)
  const primary = metrics.find(({ role }) => role === "primary")
  return {
    sample_ratio: input.is_of_ads ? null : ratiosOf(input),
    exposed: total("exposed"),
    excluded: total("excluded"),
    conversions:
      primary?.variants.reduce((all, { converters }) => all + converters, 0) ??
      0,
    days: Math.max(
      0,
      Math.floor((input.as_of.getTime() - input.started_at.getTime()) / DAY_MS)
    ),
    is_due,
    is_final: input.is_final,
    effect: input.effect,
    metrics,
  }
}

/** Of who was exposed until the day began: one look a day. */
function ratiosOf(input: AnalysisInput) {
  const weights = input.variants.map(({ weight }) => weight)
  const looked = input.variants.map(({ key }) => countsOf(input, key))
  const before = looked.map((row) => row?.looked_exposed ?? 0)
  const after = looked.map(
    (row) => (row?.looked_exposed ?? 0) - (row?.looked_excluded ?? 0)
  )
  return {
    before: sampleRatio(before, weights),
    after: sampleRatio(after, weights),
  }
}

function countsOf({ exposures }: AnalysisInput, key: string) {
  return exposures.find(({ variant }) => variant === key)
}
