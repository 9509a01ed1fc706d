import { z } from "@medusajs/framework/zod"
import { IANAZone } from "luxon"
import {
  SENTIMENT_ASPECTS,
  SENTIMENT_GROUPS,
  SENTIMENT_LABELS,
  SENTIMENT_ORDERS,
  SENTIMENT_SOURCES,
} from "../../../../modules/ad-planning/types"
import { DEFAULT_LIMIT, flag, MAX_LIMIT } from "../../../utils/list-params"

const MAX_ID = 255
const MAX_TEXT = 100_000
const MAX_SOURCES = 200
const MAX_OFFSET = 10_000_000

const id = z.string().min(1).max(MAX_ID)
const among = <Type extends z.ZodType>(type: Type) =>
  z
    .union([type, z.array(type).max(100)])
    .transform((value): z.infer<Type>[] =>
      Array.isArray(value) ? value : [value]
    )
    .optional()
const number = z.coerce.number({ error: "must be a number" }).int()

const SIGNED_ORDERS = SENTIMENT_ORDERS.flatMap(
  (order) => [order, `-${order}`] as const
)

const filters = {
  from: z.string().max(40).optional(),
  to: z.string().max(40).optional(),
  timezone: z
    .string()
    .max(64)
    .refine(IANAZone.isValidZone, "must be an IANA zone such as Europe/Berlin")
    .optional(),
  source_type: among(z.enum(SENTIMENT_SOURCES)),
  label: among(z.enum(SENTIMENT_LABELS)),
  language: among(z.string().regex(/^[a-z]{2,3}$/, "must be an ISO 639 code")),
  person_id: among(id),
  order_id: among(id),
  model_version: among(id),
  is_overridden: flag.optional(),
  aspect: z.enum(SENTIMENT_ASPECTS).optional(),
  q: z.string().trim().min(1).max(200).optional(),
  product_id: id.optional(),
  ad_campaign_id: id.optional(),
  first_purchase: flag.optional(),
  nps_group: z.enum(["promoter", "passive", "detractor"]).optional(),
}

export const AdminGetSentimentParams = z.strictObject({
  ...filters,
  id: among(id),
  source_id: among(id),
  limit: number.min(0).max(MAX_LIMIT).default(DEFAULT_LIMIT),
  offset: number.min(0).max(MAX_OFFSET).default(0),
  order: z
    .enum(SIGNED_ORDERS, {
      error: `must be one of: ${SENTIMENT_ORDERS.join(", ")}`,
    })
    .default("-occurred_at"),
})
export type AdminGetSentimentParamsType = z.infer<
  typeof AdminGetSentimentParams
>

export const AdminGetSentimentStatsParams = z.strictObject({
  ...filters,
  group_by: z.enum(SENTIMENT_GROUPS).default("source_type"),
})
export type AdminGetSentimentStatsParamsType = z.infer<
  typeof AdminGetSentimentStatsParams
>

export const AdminGetSentimentTrendsParams = z.strictObject({
  ...filters,
  interval: z.enum(["day", "week", "month"]).default("week"),
})
export type AdminGetSentimentTrendsParamsType = z.infer<
  typeof AdminGetSentimentTrendsParams
>

export const NoParams = z.strictObject({})

const text = z.string().min(1).max(MAX_TEXT)

/** A source's text, or a text alone: of that nothing is stored. */
export const AdminAnalyzeSentiment = z.union([
  z.strictObject({ text }),
  z.strictObject({
    source_type: z.enum(SENTIMENT_SOURCES),
    source_id: id,
    text_content: text.optional(),
  }),
])
export type AdminAnalyzeSentimentType = z.infer<typeof AdminAnalyzeSentiment>

export const AdminBulkAnalyzeSentiment = z.strictObject({
  source_types: z.array(z.enum(SENTIMENT_SOURCES)).min(1).max(4).optional(),
  model_version: z.literal("older").optional(),
})
export type AdminBulkAnalyzeSentimentType = z.infer<
  typeof AdminBulkAnalyzeSentiment
>

export const AdminOverrideSentiment = z.strictObject({
  /** Null takes the override back. */
  sentiment_label: z.enum(SENTIMENT_LABELS).nullable(),
  sentiment_score: z.number().min(-1).max(1).optional(),
})
export type AdminOverrideSentimentType = z.infer<typeof AdminOverrideSentiment>

export const AdminRetrySentiment = z.strictObject({
  ids: z.array(id).min(1).max(MAX_SOURCES).optional(),
})
export type AdminRetrySentimentType = z.infer<typeof AdminRetrySentiment>

export const AdminGetOpenSentimentParams = z.strictObject({
  status: z.enum(["open", "parked", "unscored"]).optional(),
  limit: number.min(0).max(MAX_LIMIT).default(DEFAULT_LIMIT),
  offset: number.min(0).max(MAX_OFFSET).default(0),
})
export type AdminGetOpenSentimentParamsType = z.infer<
  typeof AdminGetOpenSentimentParams
>
