import { z } from "@medusajs/framework/zod"

import {
  instant,
  listParams,
  oneOrMore,
  range,
} from "../../../utils/list-params"
import {
  isModestJson,
  STORED_JSON,
  STORED_JSON_BOUNDS,
} from "../../../utils/modest-json"
import { LEAD_FIELDS } from "./query-config"

const MAX_EMAIL = 254
const MAX_VALUE = 1e12
const NO_TIME = "must be an ISO 8601 date-time with an offset"

const id = z.string().min(1).max(128)
const name = z.string().min(1).max(255).nullish()
const utm = z.string().min(1).max(512).nullish()

/** Meta's own list of answers, or an object of the caller's. */
const json = z
  .custom<Record<string, unknown>>(
    (value) => typeof value === "object" && value !== null,
    { error: "must be an object or a list", abort: true }
  )
  .refine((value) => isModestJson(value, STORED_JSON), {
    error: `must be ${STORED_JSON_BOUNDS}`,
    abort: true,
  })
  .nullish()

export type AdminCreateLeadType = z.infer<typeof AdminCreateLead>
export const AdminCreateLead = z.strictObject({
  meta_lead_id: id.nullish(),
  email: z
    .string()
    .max(MAX_EMAIL)
    .refine((value) => z.email().safeParse(value.trim()).success, {
      error: "must be an e-mail address",
    })
    .nullish(),
  phone: z.string().min(1).max(64).nullish(),
  full_name: name,
  first_name: name,
  last_name: name,
  campaign_id: id.nullish(),
  adset_id: id.nullish(),
  ad_id: id.nullish(),
  form_id: id.nullish(),
  source_platform: id.nullish(),
  created_time: z.iso
    .datetime({ offset: true, error: NO_TIME, abort: true })
    .refine((value) => Date.parse(value) >= 0, {
      error: "must not be before 1970",
      abort: true,
    })
    .transform((value) => new Date(value).toISOString())
    .nullish(),
  status: id.optional(),
  estimated_value: z.number().min(0).max(MAX_VALUE).nullish(),
  utm_source: utm,
  utm_medium: utm,
  utm_campaign: utm,
  utm_term: utm,
  utm_content: utm,
  field_data: json,
  metadata: json,
})

export const AdminGetLeadsParams = listParams(
  {
    id: oneOrMore(id),
    meta_lead_id: oneOrMore(id),
    email: oneOrMore(id),
    campaign_id: oneOrMore(id),
    source_platform: oneOrMore(id),
    status: oneOrMore(id),
    person_id: oneOrMore(id),
    resolved_campaign_id: oneOrMore(id),
    created_time: range(instant),
  },
  LEAD_FIELDS
)
export type AdminGetLeadsParamsType = z.infer<typeof AdminGetLeadsParams>
