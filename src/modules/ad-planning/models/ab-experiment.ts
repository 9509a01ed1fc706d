import { model } from "@medusajs/framework/utils"
import {
  DECISION_METHODS,
  EXPERIMENT_STATUSES,
  EXPERIMENT_TYPES,
} from "../types"

/**
 * A comparison of variants. All but the results is frozen at its start, so that
 * what decides is chosen before what it decides on is seen.
 */
const AbExperiment = model
  .define("ab_experiment", {
    id: model.id({ prefix: "abexp" }).primaryKey(),
    // What a storefront asks for; also the seed of the hash without hash_seed.
    key: model.text(),
    name: model.text(),
    hypothesis: model.text().nullable(),
    experiment_type: model.enum([...EXPERIMENT_TYPES]),
    status: model.enum([...EXPERIMENT_STATUSES]).default("draft"),
    // ExperimentVariant[]
    variants: model.json(),
    // Share of visitors who take part, (0, 1].
    coverage: model.float().default(1),
    hash_seed: model.text().nullable(),
    // ExperimentNamespace
    namespace: model.json().nullable(),
    // ExperimentMetric[]
    primary_metric: model.json(),
    guardrail_metrics: model.json(),
    decision_method: model.enum([...DECISION_METHODS]).default("sequential"),
    confidence_level: model.float().default(0.95),
    // Relative lift.
    minimum_detectable_effect: model.float().default(0.05),
    // Visitors of all variants at which `fixed` decides.
    planned_visitors: model.number().nullable(),
    conversion_window_hours: model.number().default(168),
    use_cuped: model.boolean().default(false),
    // The platform itself split the audience of these ads.
    is_split_test: model.boolean().default(false),
    website_id: model.text().nullable(),
    started_at: model.dateTime().nullable(),
    ended_at: model.dateTime().nullable(),
    // ExperimentPlan, from the start on.
    plan: model.json().nullable(),
    // What the last calculation said: ExperimentResults, as the API answers it.
    results: model.json().nullable(),
    calculated_at: model.dateTime().nullable(),
    // Nothing changes any more: the last exposed visitor has matured.
    is_final: model.boolean().default(false),
    is_significant: model.boolean().default(false),
    // When that was announced, which is once.
    significant_at: model.dateTime().nullable(),
    p_value: model.float().nullable(),
    improvement_percent: model.float().nullable(),
    // ExperimentShipment
    shipment: model.json().nullable(),
    metadata: model.json().nullable(),
  })
  .indexes([
    { on: ["key"], unique: true, where: "deleted_at IS NULL" },
    { on: ["status"] },
  ])

export default AbExperiment
