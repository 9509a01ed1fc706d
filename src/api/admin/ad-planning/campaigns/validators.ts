import { z } from "@medusajs/framework/zod"
import { ON_EXISTING_DAYS } from "../../../../modules/ad-planning/types"
import { isCurrency } from "../../../../modules/ad-planning/utils/spend/currencies"
import { flag, listParams, oneOrMore } from "../../../utils/list-params"
import { CAMPAIGN_FIELDS } from "./query-config"

const id = z.string().min(1).max(512)

export const AdminGetCampaignsParams = listParams(
  {
    id: oneOrMore(id),
    platform: oneOrMore(id),
    external_id: oneOrMore(id),
    name: oneOrMore(id),
    status: oneOrMore(id),
    is_host_campaign: flag.optional(),
    q: z.string().min(1).max(512).optional(),
    details: flag.optional(),
  },
  CAMPAIGN_FIELDS
)
export type AdminGetCampaignsParamsType = z.infer<
  typeof AdminGetCampaignsParams
>

const utm = z.string().min(1).max(255).optional()

export const AdminGetCampaignLinkParams = z.strictObject({
  url: z.string().min(1).max(2_048),
  utm_medium: utm,
  utm_content: utm,
  utm_term: utm,
})
export type AdminGetCampaignLinkParamsType = z.infer<
  typeof AdminGetCampaignLinkParams
>

const MAX_NAME = 512
const name = z.string().trim().min(1).max(MAX_NAME)
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, "must be a date YYYY-MM-DD")
  .refine(isCalendarDay, "is no day of the calendar")

/** Year 0 is a day of ISO 8601, and none of PostgreSQL. */
function isCalendarDay(value: string): boolean {
  const time = Date.parse(`${value}T00:00:00Z`)
  return (
    value >= "0001-01-01" &&
    !Number.isNaN(time) &&
    new Date(time).toISOString().slice(0, 10) === value
  )
}

const isInOrder = ({
  started_on,
  stopped_on,
}: {
  started_on?: string | null
  stopped_on?: string | null
}) => !started_on || !stopped_on || started_on <= stopped_on
const OUT_OF_ORDER = { error: "is before started_on", path: ["stopped_on"] }

const currency = z
  .string()
  .refine(isCurrency, "must be a currency of ISO 4217")
  .transform((code) => code.toLowerCase())

export const AdminCreateCampaign = z
  .strictObject({
    name,
    platform: name,
    external_id: name.optional(),
    status: name.nullish(),
    started_on: day.nullish(),
    stopped_on: day.nullish(),
    currency: currency.nullish(),
  })
  .refine(isInOrder, OUT_OF_ORDER)
export type AdminCreateCampaignType = z.infer<typeof AdminCreateCampaign>

export const AdminUpdateCampaign = z
  .strictObject({
    name: name.optional(),
    status: name.nullish(),
    started_on: day.nullish(),
    stopped_on: day.nullish(),
  })
  .refine(isInOrder, OUT_OF_ORDER)
export type AdminUpdateCampaignType = z.infer<typeof AdminUpdateCampaign>

export const AdminMergeCampaign = z.strictObject({ into: id })
export type AdminMergeCampaignType = z.infer<typeof AdminMergeCampaign>

const MOST_FEE_DAYS = 3_660

/** A fee for some days: it is spread over them. */
export const AdminAddCampaignSpend = z
  .strictObject({
    amount: z.number().positive().lt(1e15),
    currency,
    from: day,
    to: day,
    on_existing: z.enum(ON_EXISTING_DAYS).default("refuse"),
  })
  .refine(({ from, to }) => from <= to, {
    error: "is before from",
    path: ["to"],
  })
  .refine(
    ({ from, to }) =>
      (Date.parse(to) - Date.parse(from)) / 86_400_000 < MOST_FEE_DAYS,
    { error: `is more than ${MOST_FEE_DAYS} days`, path: ["to"] }
  )
export type AdminAddCampaignSpendType = z.infer<typeof AdminAddCampaignSpend>
