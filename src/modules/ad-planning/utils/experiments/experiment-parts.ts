import type { Experiment, NewExperiment } from "../../types"

/** Everything of a draft that a request may name. */
export type ExperimentParts = Pick<
  Experiment,
  | "key"
  | "name"
  | "hypothesis"
  | "experiment_type"
  | "variants"
  | "coverage"
  | "hash_seed"
  | "namespace"
  | "primary_metric"
  | "guardrail_metrics"
  | "decision_method"
  | "confidence_level"
  | "minimum_detectable_effect"
  | "planned_visitors"
  | "conversion_window_hours"
  | "use_cuped"
  | "is_split_test"
  | "website_id"
>

const MAX_KEY = 64

const DEFAULTS: Omit<ExperimentParts, "key" | "name" | "experiment_type"> = {
  hypothesis: null,
  variants: [
    { key: "control", name: "Control", weight: 0.5, is_control: true },
    { key: "treatment", name: "Treatment", weight: 0.5, is_control: false },
  ],
  coverage: 1,
  hash_seed: null,
  namespace: null,
  primary_metric: [{ metric: "conversion_rate", direction: "increase" }],
  guardrail_metrics: [],
  decision_method: "sequential",
  confidence_level: 0.95,
  minimum_detectable_effect: 0.05,
  planned_visitors: null,
  conversion_window_hours: 168,
  use_cuped: false,
  is_split_test: false,
  website_id: null,
}

/** A draft with its defaults; without a key it gets one of its name. */
export function experimentParts(experiment: NewExperiment): ExperimentParts {
  const { key = keyOf(experiment.name), ...rest } = experiment
  return { ...DEFAULTS, ...rest, key }
}

/** `Bigger "Buy" button` -> `bigger-buy-button`. */
export function keyOf(name: string): string {
  const words = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{Mark}/gu, "")
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
  return words.join("-").slice(0, MAX_KEY) || "experiment"
}

/** What a copy begins with: all but the key, the life and the results. */
export function copyOf(experiment: Experiment, key: string): NewExperiment {
  const { name, ...rest } = experimentPartsOf(experiment)
  return { ...rest, key, name: `${name} (copy)` }
}

function experimentPartsOf(experiment: Experiment): ExperimentParts {
  const {
    id: _id,
    status: _status,
    started_at: _startedAt,
    ended_at: _endedAt,
    plan: _plan,
    is_final: _isFinal,
    is_significant: _isSignificant,
    significant_at: _significantAt,
    shipment: _shipment,
    ...parts
  } = experiment
  return parts
}
