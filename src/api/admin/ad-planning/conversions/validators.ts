import { z } from "@medusajs/framework/zod"
import {
  CHANNEL_GROUPS,
  CONVERSION_STATS_GROUPS,
  CONVERSION_TYPES,
  PLATFORMS,
} from "../../../../modules/ad-planning/types"
import {
  flag,
  instant,
  listParams,
  oneOrMore,
  range,
} from "../../../utils/list-params"
import { reportParams } from "../../../utils/report-params"
import { CONVERSION_FIELDS } from "./query-config"

const id = z.string().min(1).max(128)

export const AdminGetConversionsParams = listParams(
  {
    id: oneOrMore(id),
    conversion_type: oneOrMore(z.enum(CONVERSION_TYPES)),
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
    net_value: range(z.coerce.number({ error: "must be a number" })),
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
  })
export type AdminGetConversionStatsParamsType = z.infer<
  typeof AdminGetConversionStatsParams
>
