import { z } from "@medusajs/framework/zod"
import {
  CONVERSION_TYPES,
  DECISION_METHODS,
  EXPERIMENT_METRICS,
  EXPERIMENT_STATUSES,
  EXPERIMENT_TYPES,
  METRIC_DIRECTIONS,
} from "../../../../modules/ad-planning/types"
import { instant, listParams, oneOrMore } from "../../../utils/list-params"
import { EXPERIMENT_FIELDS } from "./query-config"

const MAX_ID = 128
const MAX_NAME = 255
const MAX_TEXT = 4_096
const MAX_VARIANTS = 10
const MAX_METRICS = 10
const MAX_VISITORS = 1_000_000_000
const MAX_WINDOW_HOURS = 2_160

const id = z.string().min(1).max(MAX_ID)
const number = z.number({ error: "must be a number" })
const share = number.gt(0).max(1)
const key = z
  .string()
  .regex(
    /^[a-zA-Z0-9][a-zA-Z0-9_-]{0,63}$/,
    "must be up to 64 letters, digits, - and _"
  )

const variant = z.strictObject({
  key,
  name: z.string().trim().min(1).max(MAX_NAME),
  weight: share,
  is_control: z.boolean().default(false),
  ad_campaign_id: id.optional(),
  ad_set_id: id.optional(),
  ad_id: id.optional(),
})

const metricObject = z.strictObject({
  metric: z.enum(EXPERIMENT_METRICS, {
    error: `must be one of: ${EXPERIMENT_METRICS.join(", ")}`,
  }),
  direction: z.enum(METRIC_DIRECTIONS).optional(),
  goal_id: id.optional(),
  conversion_type: z.enum(CONVERSION_TYPES).optional(),
})

/** Less is better of what a click or a conversion costs. */
const COSTS = ["cpc", "cpa"]

const metric = z
  .union([
    metricObject.shape.metric.transform((name) => ({ metric: name })),
    metricObject,
  ])
  .transform((value): z.infer<typeof metricObject> => value)
  .transform(({ direction, ...value }) => ({
    ...value,
    direction:
      direction ??
      (COSTS.includes(value.metric)
        ? ("decrease" as const)
        : ("increase" as const)),
  }))

/** One, by its name, or a list. */
const metrics = z.union([
  metric.transform((one) => [one]),
  z.array(metric).max(MAX_METRICS),
])

const namespace = z.strictObject({
  id,
  range: z
    .tuple([number.min(0).max(1), number.min(0).max(1)])
    .refine(([from, to]) => from < to, { error: "must begin before it ends" }),
})

const optional = {
  key: key.optional(),
  hypothesis: z.string().max(MAX_TEXT).nullable().optional(),
  variants: z.array(variant).min(1).max(MAX_VARIANTS).optional(),
  coverage: share.optional(),
  hash_seed: id.nullable().optional(),
  namespace: namespace.nullable().optional(),
  primary_metric: metrics.optional(),
  guardrail_metrics: metrics.optional(),
  decision_method: z.enum(DECISION_METHODS).optional(),
  confidence_level: number.min(0.8).max(0.999).optional(),
  minimum_detectable_effect: number.gt(0).max(10).optional(),
  planned_visitors: number.int().min(2).max(MAX_VISITORS).nullable().optional(),
  conversion_window_hours: number.int().min(1).max(MAX_WINDOW_HOURS).optional(),
  use_cuped: z.boolean().optional(),
  is_split_test: z.boolean().optional(),
  website_id: id.nullable().optional(),
}
const name = z.string().trim().min(1).max(MAX_NAME)
const experimentType = z.enum(EXPERIMENT_TYPES)

export const AdminGetExperimentsParams = listParams(
  {
    id: oneOrMore(id),
    key: oneOrMore(id),
    status: oneOrMore(z.enum(EXPERIMENT_STATUSES)),
    experiment_type: oneOrMore(experimentType),
    website_id: oneOrMore(id),
  },
  EXPERIMENT_FIELDS
)
export type AdminGetExperimentsParamsType = z.infer<
  typeof AdminGetExperimentsParams
>
export type AdminGetExperimentsQuery = z.input<typeof AdminGetExperimentsParams>

export const AdminGetExperimentParams = z.strictObject({})

export const AdminCreateExperiment = z.strictObject({
  name,
  experiment_type: experimentType,
  ...optional,
})
export type AdminCreateExperimentType = z.infer<typeof AdminCreateExperiment>
export type AdminCreateExperimentBody = z.input<typeof AdminCreateExperiment>

export const AdminUpdateExperiment = z
  .strictObject({
    name: name.optional(),
    experiment_type: experimentType.optional(),
    ...optional,
  })
  .refine((body) => Object.keys(body).length > 0, {
    error: "nothing to change",
  })
export type AdminUpdateExperimentType = z.infer<typeof AdminUpdateExperiment>

export const AdminEmptyBody = z.strictObject({})

export const AdminCopyExperiment = z.strictObject({ key: key.optional() })
export type AdminCopyExperimentType = z.infer<typeof AdminCopyExperiment>

export const AdminShipExperiment = z.strictObject({
  variant: key,
  reason: z.string().trim().max(MAX_TEXT).default(""),
})
export type AdminShipExperimentType = z.infer<typeof AdminShipExperiment>

export const AdminGetExperimentResultsParams = z.strictObject({
  as_of: instant.optional(),
})
export type AdminGetExperimentResultsParamsType = z.infer<
  typeof AdminGetExperimentResultsParams
>

export const AdminGetExperimentBreakdownParams = z.strictObject({
  by: z.enum(["device", "country", "campaign", "segment"]),
  as_of: instant.optional(),
})
export type AdminGetExperimentBreakdownParamsType = z.infer<
  typeof AdminGetExperimentBreakdownParams
>

export const AdminSampleSize = z.strictObject({
  metric: metric.optional(),
  variants: number.int().min(2).max(MAX_VARIANTS).default(2),
  coverage: share.default(1),
  decision_method: z.enum(DECISION_METHODS).default("sequential"),
  confidence_level: number.min(0.8).max(0.999).default(0.95),
  power: number.min(0.5).max(0.99).default(0.8),
  minimum_detectable_effect: number.gt(0).max(10).default(0.05),
  /** Instead of the shop's own. */
  baseline: number.gt(0).max(1_000_000_000).optional(),
  visitors_per_day: number.gt(0).max(MAX_VISITORS).optional(),
})
export type AdminSampleSizeType = z.infer<typeof AdminSampleSize>
export type AdminSampleSizeBody = z.input<typeof AdminSampleSize>
