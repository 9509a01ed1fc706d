import { z } from "@medusajs/framework/zod"
import { RATING_SOURCES } from "../../../../modules/ad-planning/types"
import { INTERVALS } from "../../../../modules/ad-planning/utils/period/buckets"
import { reportParams } from "../../../utils/report-params"

const MAX_ID = 512
const MAX_COMMENT = 4_000
const MAX_SECONDS = 730 * 86_400

const id = z.string().min(1).max(MAX_ID)

const params = reportParams
  .pick({ from: true, to: true, timezone: true })
  .extend({
    country: reportParams.shape.country_code,
    product_id: id.optional(),
    ad_campaign_id: id.optional(),
    segment_id: id.optional(),
    source_type: z.enum(RATING_SOURCES).optional(),
  })

export const AdminGetNpsScoreParams = params.extend({
  compare: reportParams.shape.compare,
})
export type AdminGetNpsScoreParamsType = z.infer<typeof AdminGetNpsScoreParams>
/** As a client writes it. */
export type AdminGetNpsScoreQuery = z.input<typeof AdminGetNpsScoreParams>

export const AdminGetNpsTrendsParams = params.extend({
  interval: z.enum(INTERVALS).optional(),
})
export type AdminGetNpsTrendsParamsType = z.infer<
  typeof AdminGetNpsTrendsParams
>

export const AdminGetNpsBreakdownParams = params.extend({
  currency: reportParams.shape.currency,
})
export type AdminGetNpsBreakdownParamsType = z.infer<
  typeof AdminGetNpsBreakdownParams
>

export const AdminGetNpsBySegmentParams = params.omit({ segment_id: true })
export type AdminGetNpsBySegmentParamsType = z.infer<
  typeof AdminGetNpsBySegmentParams
>

export const npsValue = z
  .number({ error: "must be a number from 0 to 10" })
  .int("must be a whole number")
  .min(0)
  .max(10)
export const npsComment = z.string().max(MAX_COMMENT).nullable().optional()

export const AdminCreateNpsAnswer = z
  .strictObject({
    /** The sender's own key: the same one again changes the answer. */
    id: z
      .string()
      .min(1)
      .max(128)
      .refine((value) => !/^[0-9a-f]{32}$/.test(value), {
        error: "must not look like the id of a link",
      })
      .optional(),
    value: npsValue,
    comment: npsComment,
    answered_at: z.iso
      .datetime({
        offset: true,
        error: "must be an ISO 8601 instant with an offset",
      })
      .refine((text) => Date.parse(text) <= Date.now(), {
        error: "must not be in the future",
      })
      .optional(),
    person_id: id.optional(),
    order_id: id.optional(),
    customer_id: id.optional(),
    email: z.email({ error: "must be an e-mail" }).max(320).optional(),
  })
  .refine(
    (body) =>
      [body.person_id, body.order_id, body.customer_id, body.email].some(
        (value) => value !== undefined
      ),
    { error: "one of person_id, order_id, customer_id, email is required" }
  )
export type AdminCreateNpsAnswerType = z.infer<typeof AdminCreateNpsAnswer>

export const AdminCreateNpsLink = z
  .strictObject({
    order_id: id.optional(),
    person_id: id.optional(),
    /** Seconds. */
    expires_in: z.number().int().min(60).max(MAX_SECONDS).optional(),
  })
  .refine(
    (body) => (body.order_id === undefined) !== (body.person_id === undefined),
    { error: "exactly one of order_id and person_id is required" }
  )
export type AdminCreateNpsLinkType = z.infer<typeof AdminCreateNpsLink>
