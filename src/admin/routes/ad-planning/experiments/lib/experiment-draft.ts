import type { AdminCreateExperimentBody } from "../../../../../api/admin/ad-planning/experiments/validators"
import {
  DECISION_METHODS,
  EXPERIMENT_TYPES,
  VISITOR_METRICS,
} from "../../../../../modules/ad-planning/types/experiments"

/** What the wizard has of an experiment: text, as fields have it. */
export interface ExperimentDraft {
  name: string
  hypothesis: string
  experiment_type: string
  key: string
  website_id: string
  coverage: string
  variants: string
  metric: string
  guardrail: string
  effect: string
  method: string
}

export const NO_GUARDRAIL = "none"

export const NEW_EXPERIMENT: ExperimentDraft = {
  name: "",
  hypothesis: "",
  experiment_type: "storefront",
  key: "",
  website_id: "",
  coverage: "100",
  variants: "Control\nTreatment",
  metric: "conversion_rate",
  guardrail: NO_GUARDRAIL,
  effect: "10",
  method: "sequential",
}

/** The names of its variants; the first is the control. */
export function variantNames({ variants }: ExperimentDraft): string[] {
  return variants
    .split("\n")
    .map((name) => name.trim())
    .filter(Boolean)
}

export const metricOf = (draft: ExperimentDraft) =>
  VISITOR_METRICS.find((metric) => metric === draft.metric) ?? "conversion_rate"

export const methodOf = (draft: ExperimentDraft) =>
  DECISION_METHODS.find((method) => method === draft.method) ?? "sequential"

/** A percentage that was typed, as a share; undefined for none. */
export function shareOf(text: string): number | undefined {
  const share = Number(text) / 100
  return text !== "" && share > 0 && share <= 10 ? share : undefined
}

/**
 * What the wizard sends.
 *
 * @param planned - visitors that the effect needs; null when it is not known
 */
export function bodyOf(
  draft: ExperimentDraft,
  planned: number | null
): AdminCreateExperimentBody {
  const names = variantNames(draft)
  const guardrail = VISITOR_METRICS.find((metric) => metric === draft.guardrail)
  return {
    name: draft.name,
    experiment_type:
      EXPERIMENT_TYPES.find((type) => type === draft.experiment_type) ??
      "storefront",
    hypothesis: draft.hypothesis || null,
    ...(draft.key ? { key: draft.key } : {}),
    website_id: draft.website_id || null,
    coverage: shareOf(draft.coverage),
    variants: names.map((name, index) => ({
      key: index === 0 ? "control" : `variant-${index}`,
      name,
      weight: 1 / names.length,
      is_control: index === 0,
    })),
    primary_metric: metricOf(draft),
    guardrail_metrics: guardrail ? [guardrail] : [],
    minimum_detectable_effect: shareOf(draft.effect),
    decision_method: methodOf(draft),
    planned_visitors: planned,
  }
}
