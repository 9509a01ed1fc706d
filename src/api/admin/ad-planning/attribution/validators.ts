import { segmentId } from "../../../utils/known-segment"
import { z } from "@medusajs/framework/zod"
import {
  ATTRIBUTION_MODELS,
  CHANNEL_GROUPS,
  PLATFORMS,
  RESOLUTION_METHODS,
  STATS_GROUPS,
  UNRESOLVED_REASONS,
} from "../../../../modules/ad-planning/types"
import { isDateOrInstant } from "../../../../modules/ad-planning/utils/period/period"
import {
  flag,
  decimal,
  instant,
  listParams,
  oneOrMore,
  range,
} from "../../../utils/list-params"
import { reportParams } from "../../../utils/report-params"
import { ATTRIBUTION_FIELDS } from "./query-config"

const id = z.string().min(1).max(512)

export const AdminGetAttributionsParams = listParams(
  {
    is_resolved: flag.optional(),
    claims_campaign: flag.optional(),
    is_paid: flag.optional(),
    platform: oneOrMore(z.enum(PLATFORMS)),
    channel_group: oneOrMore(z.enum(CHANNEL_GROUPS)),
    resolution_method: oneOrMore(z.enum(RESOLUTION_METHODS)),
    unresolved_reason: oneOrMore(z.enum(UNRESOLVED_REASONS)),
    ad_campaign_id: oneOrMore(id),
    website_id: oneOrMore(id),
    visitor_id: oneOrMore(id),
    session_id: oneOrMore(id),
    order_id: oneOrMore(id),
    utm_campaign: oneOrMore(id),
    started_at: range(instant),
  },
  ATTRIBUTION_FIELDS
)
export type AdminGetAttributionsParamsType = z.infer<
  typeof AdminGetAttributionsParams
>

export const AdminGetAttributionStatsParams = reportParams
  .omit({ compare: true })
  .extend({
    model: z.enum(ATTRIBUTION_MODELS).default("last_touch"),
    group_by: z.enum(STATS_GROUPS).default("campaign"),
  })
export type AdminGetAttributionStatsParamsType = z.infer<
  typeof AdminGetAttributionStatsParams
>

export const AdminGetClaimedParams = reportParams.omit({ compare: true })
export type AdminGetClaimedParamsType = z.infer<typeof AdminGetClaimedParams>

export const AdminGetCohortsParams = reportParams
  .omit({ compare: true })
  .extend({
    segment_id: segmentId,
    model: z
      .enum(["last_touch"], {
        error:
          "must be last_touch: a buyer belongs to one cohort, not to several in part",
      })
      .default("last_touch"),
  })
export type AdminGetCohortsParamsType = z.infer<typeof AdminGetCohortsParams>

const someModels = z
  .array(z.enum(ATTRIBUTION_MODELS))
  .refine((names) => new Set(names).size === names.length)

/** `?models=linear,last_touch` */
const models = z
  .string()
  .max(200)
  .transform((value, context) => {
    const { data } = someModels.safeParse(
      value.split(",").map((name) => name.trim())
    )
    if (!data) {
      context.addIssue({
        code: "custom",
        message: `must be some of, each once: ${ATTRIBUTION_MODELS.join(", ")}`,
      })
    }
    return data ?? z.NEVER
  })

export const AdminGetAttributionCompareParams = reportParams
  .omit({ compare: true })
  .extend({
    models: models.default([...ATTRIBUTION_MODELS]),
    group_by: z.enum(STATS_GROUPS).default("campaign"),
  })
export type AdminGetAttributionCompareParamsType = z.infer<
  typeof AdminGetAttributionCompareParams
>

export const AdminGetTrainedAttributionParams = reportParams.omit({
  compare: true,
})
export type AdminGetTrainedAttributionParamsType = z.infer<
  typeof AdminGetTrainedAttributionParams
>

export const AdminGetAttributionChangesParams = reportParams
  .omit({ compare: true, basis: true, platform: true })
  .extend({ since: z.string().max(40).optional() })
export type AdminGetAttributionChangesParamsType = z.infer<
  typeof AdminGetAttributionChangesParams
>

/** `to`: the end of the report that the data-driven model is asked of. */
export const AdminGetExplanationParams = reportParams.pick({ to: true })
export type AdminGetExplanationParamsType = z.infer<
  typeof AdminGetExplanationParams
>

export const AdminGetUnresolvedValuesParams = reportParams
  .omit({ compare: true })
  .extend({ limit: decimal.pipe(z.number().int().min(1).max(200)).default(20) })
export type AdminGetUnresolvedValuesParamsType = z.infer<
  typeof AdminGetUnresolvedValuesParams
>

export const AdminResolveAttribution = z
  .strictObject({
    /** The client's session id, as in `attributions[].session_id`. */
    session_id: id,
    ad_campaign_id: id.optional(),
    ad_set_id: id.optional(),
    ad_id: id.optional(),
    remember: z.boolean().optional(),
  })
  .refine(
    (body) =>
      body.ad_campaign_id !== undefined ||
      (body.ad_set_id === undefined &&
        body.ad_id === undefined &&
        body.remember === undefined),
    {
      path: ["ad_campaign_id"],
      message: "is required with ad_set_id, ad_id or remember",
    }
  )
export type AdminResolveAttributionType = z.infer<
  typeof AdminResolveAttribution
>

export const AdminAssignConversion = z.strictObject({
  ad_campaign_id: id,
  ad_set_id: id.optional(),
  ad_id: id.optional(),
})
export type AdminAssignConversionType = z.infer<typeof AdminAssignConversion>

const bound = z.string().max(40).refine(isDateOrInstant, {
  error: "must be an ISO 8601 date or instant",
})

export const AdminBulkResolveAttributions = z.strictObject({
  from: bound.optional(),
  to: bound.optional(),
  website_id: id.optional(),
})
export type AdminBulkResolveAttributionsType = z.infer<
  typeof AdminBulkResolveAttributions
>
