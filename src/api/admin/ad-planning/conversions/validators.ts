import { z } from "@medusajs/framework/zod"
import {
  CHANNEL_GROUPS,
  CLICK_ID_NAMES,
  CONVERSION_SOURCES,
  CONVERSION_STATS_GROUPS,
  CONVERSION_TYPES,
  PLATFORMS,
  UTM_FIELDS,
} from "../../../../modules/ad-planning/types"
import {
  flag,
  decimal,
  instant,
  storableInstant,
  listParams,
  oneOrMore,
  range,
} from "../../../utils/list-params"
import { modestMetadata } from "../../../utils/modest-json"
import { segmentId } from "../../../utils/known-segment"
import { currencyCode, reportParams } from "../../../utils/report-params"
import { CONVERSION_FIELDS } from "./query-config"

const id = z.string().min(1).max(128)

export const AdminGetConversionsParams = listParams(
  {
    id: oneOrMore(id),
    conversion_type: oneOrMore(z.enum(CONVERSION_TYPES)),
    source: oneOrMore(z.enum(CONVERSION_SOURCES)),
    goal_id: oneOrMore(id),
    order_id: oneOrMore(id),
    person_id: oneOrMore(id),
    visitor_id: oneOrMore(id),
    session_id: oneOrMore(id),
    website_id: oneOrMore(id),
    sales_channel_id: oneOrMore(id),
    country_code: oneOrMore(z.string().length(2)),
    ad_campaign_id: oneOrMore(id),
    platform: oneOrMore(z.enum(PLATFORMS)),
    channel_group: oneOrMore(z.enum(CHANNEL_GROUPS)),
    is_first_purchase: flag.optional(),
    converted_at: range(instant),
    net_value: range(decimal),
  },
  CONVERSION_FIELDS
)
export type AdminGetConversionsParamsType = z.infer<
  typeof AdminGetConversionsParams
>
/** As a client writes it. */
export type AdminGetConversionsQuery = z.input<typeof AdminGetConversionsParams>

export const AdminGetConversionParams = z.strictObject({})

export const AdminGetConversionStatsParams = reportParams
  .omit({ compare: true })
  .extend({
    group_by: z.enum(CONVERSION_STATS_GROUPS).default("day"),
    conversion_type: oneOrMore(z.enum(CONVERSION_TYPES)),
    segment_id: segmentId,
  })
export type AdminGetConversionStatsParamsType = z.infer<
  typeof AdminGetConversionStatsParams
>

const MAX_VALUE = 1_000_000_000_000
const MAX_UTM = 512

/** The utm values and click ids of a link. */
function campaignFields(max: number) {
  const text = z.string().trim().min(1).max(max).optional()
  const fields = [...UTM_FIELDS, ...CLICK_ID_NAMES]
  return Object.fromEntries(fields.map((field) => [field, text] as const))
}

const optionalId = z.string().trim().min(1).max(128).optional()

/** What an order says of its purchase itself, so that nobody else may. */
const ORDERS_OWN: readonly string[] = [
  "conversion_value",
  "currency",
  "converted_at",
  "idempotency_key",
  "ad_campaign_id",
  ...UTM_FIELDS,
  ...CLICK_ID_NAMES,
  "landing_page",
  "referrer",
]

// A choice of campaign for another conversion has the key of that one.
const NAMED_SOURCE = new RegExp(`^(${CONVERSION_SOURCES.join("|")}):`)

/** A conversion that a person enters. */
export const AdminCreateConversion = z
  .strictObject({
    conversion_type: z.enum(CONVERSION_TYPES, {
      error: `must be one of: ${CONVERSION_TYPES.join(", ")}`,
    }),
    converted_at: storableInstant.optional(),
    order_id: optionalId,
    /** Names it: entered twice, it counts once. */
    idempotency_key: optionalId.refine((key) => !NAMED_SOURCE.test(key ?? ""), {
      error: `must not begin with ${CONVERSION_SOURCES.map((source) => `${source}:`).join(", ")}`,
    }),
    conversion_name: z.string().trim().min(1).max(255).optional(),
    conversion_value: z
      .number({ error: "must be a number" })
      .min(0, { error: "must not be below 0" })
      .max(MAX_VALUE, { error: `must be at most ${MAX_VALUE}` })
      .optional(),
    currency: currencyCode.optional(),
    ad_campaign_id: optionalId,
    website_id: optionalId,
    visitor_id: optionalId,
    session_id: optionalId,
    pathname: z.string().trim().min(1).max(4_096).optional(),
    /** Where it came from, as of a link: the touch of its session, or its own. */
    ...campaignFields(MAX_UTM),
    landing_page: z.string().trim().min(1).max(4_096).optional(),
    referrer: z.string().trim().min(1).max(4_096).optional(),
    metadata: modestMetadata.optional(),
  })
  .superRefine((body, context) => {
    const refuse = (field: string, message: string) =>
      context.addIssue({ code: "custom", path: [field], message })
    if (body.conversion_type === "purchase") {
      if (body.order_id === undefined) {
        refuse("order_id", "is required for a purchase")
      }
      const given = new Map<string, unknown>(Object.entries(body))
      ORDERS_OWN.filter((field) => given.get(field) !== undefined).forEach(
        (field) => refuse(field, "a purchase has it from its order")
      )
      return
    }
    if (body.converted_at === undefined) {
      refuse("converted_at", "is required")
    }
    if (body.order_id !== undefined) {
      refuse("order_id", "is for purchases only")
    }
    if (body.conversion_value !== undefined && !body.currency) {
      refuse("currency", "is required with conversion_value")
    }
  })
export type AdminCreateConversionType = z.infer<typeof AdminCreateConversion>
