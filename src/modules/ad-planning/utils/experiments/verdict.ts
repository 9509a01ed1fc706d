import type { Verdict } from "../../types/http/experiments"
import {
  type Choice,
  type Evidence,
  MAX_EXCLUDED_RATE,
  MIN_CONVERSIONS,
  MIN_DAYS,
} from "./decide"

type Values = Verdict["values"]

/** One sentence for each reason; `values` are in it. */
const SENTENCES: Record<Verdict["reason"], (values: Values) => string> = {
  split_broken: ({ p_value }) =>
    `The variants were not shown as often as their weights say (p ${number(p_value)}): find the fault and start again.`,
  too_many_excluded: ({ excluded, exposed }) =>
    `${excluded} of ${exposed} visitors saw more than one variant, which is above ${percent(MAX_EXCLUDED_RATE)}: these results cannot be trusted.`,
  too_few: ({ conversions, days }) =>
    `There are ${conversions} conversions and ${days} full days so far; ${MIN_CONVERSIONS} and ${MIN_DAYS} are needed.`,
  observational: () =>
    "Days of these ads are compared and nobody was assigned by chance: that shows a difference, and not what caused it.",
  before_planned_size: ({ visitors, planned }) =>
    `${visitors} of the ${planned ?? "planned"} visitors have matured; a fixed test decides once, when all have.`,
  undecided: ({ metric, lift, lower, upper }) =>
    `${metric}: ${percent(lift)} (${percent(lower)} to ${percent(upper)}) may still be chance.`,
  better: ({ name, metric, lift, lower, upper }) =>
    `${name} improves ${metric} by ${percent(lift)} (${percent(lower)} to ${percent(upper)}), and no guardrail is harmed.`,
  guardrail_harmed: ({ name, metric, guardrail }) =>
    `${name} improves ${metric}, but harms ${guardrail}.`,
  worse: ({ name, metric, lift }) =>
    `${name} is worse in ${metric} (${percent(lift)}), and no variant is better.`,
  too_small_to_matter: ({ metric, effect }) =>
    `Any difference in ${metric} is smaller than the ${percent(effect)} that would matter.`,
  not_shown: ({ metric, lift, lower, upper }) =>
    `The experiment is over and showed no difference in ${metric}: ${percent(lift)} (${percent(lower)} to ${percent(upper)}).`,
}

/**
 * A choice with what it is told with.
 *
 * @param nameOf - a variant's name by its key
 */
export function verdictOf(
  choice: Choice,
  evidence: Evidence,
  planned: number | null,
  nameOf: (variant: string) => string
): Verdict {
  const values = valuesOf(choice, evidence, planned, nameOf)
  return {
    decision: choice.decision,
    variant: choice.variant,
    reason: choice.reason,
    values,
    sentence: SENTENCES[choice.reason](values),
  }
}

function valuesOf(
  { metric, comparison }: Choice,
  evidence: Evidence,
  planned: number | null,
  nameOf: (variant: string) => string
): Values {
  const { sample_ratio, metrics } = evidence
  const ratio = [sample_ratio?.before, sample_ratio?.after].find(
    (look) => look?.status === "mismatch"
  )
  const harmed = metrics.find(({ comparisons }) =>
    comparisons.some(
      (one) => one.is_harmed && one.variant === comparison?.variant
    )
  )
  const counted = metrics[0]?.variants ?? []
  return {
    p_value: ratio?.p_value ?? null,
    excluded: evidence.excluded,
    exposed: evidence.exposed,
    conversions: evidence.conversions,
    days: evidence.days,
    visitors: counted.reduce((all, { visitors }) => all + visitors, 0),
    planned,
    metric: metric?.metric ?? null,
    name: comparison && nameOf(comparison.variant),
    lift: comparison?.lift ?? null,
    lower: comparison?.lift_interval.lower ?? null,
    upper: comparison?.lift_interval.upper ?? null,
    effect: evidence.effect,
    guardrail: harmed?.metric ?? null,
  }
}

function percent(value: string | number | null | undefined): string {
  return typeof value === "number" ? `${(value * 100).toFixed(1)} %` : "unknown"
}

function number(value: string | number | null | undefined): string {
  return typeof value === "number" ? value.toPrecision(2) : "unknown"
}
