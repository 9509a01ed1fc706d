import { z } from "@medusajs/framework/zod"
import { CUSTOMER_ORDERS } from "../../../../modules/ad-planning/types"
import { flag, listParams, oneOrMore } from "../../../utils/list-params"
import { JOURNEY_FILTERS } from "../journey/validators"

export const AdminMergePersons = z.strictObject({
  /** The person who both are. */
  into: z.string().min(1).max(512),
})
export type AdminMergePersonsType = z.infer<typeof AdminMergePersons>

export const AdminUnmergePerson = z.strictObject({})

export const AdminExplainChurn = z.strictObject({})

export const AdminErasePerson = z.strictObject({})

/** What takes no parameter. */
export const AdminGetProfileParams = z.strictObject({})

const pages = listParams({}, ["timestamp"])

export const AdminGetInteractionsParams = pages.omit({ fields: true }).extend({
  ...JOURNEY_FILTERS,
  order: pages.shape.order.default("-timestamp"),
})
export type AdminGetInteractionsParamsType = z.infer<
  typeof AdminGetInteractionsParams
>

export const AdminGetRankedCustomersParams = pages.pick({
  limit: true,
  offset: true,
})
export type AdminGetRankedCustomersParamsType = z.infer<
  typeof AdminGetRankedCustomersParams
>

const level = oneOrMore(z.string().min(1).max(64))

const customers = listParams(
  {
    /** A part of a name or an e-mail. */
    q: z.string().trim().min(1).max(200).optional(),
    country: oneOrMore(
      z
        .string()
        .regex(/^[A-Za-z]{2}$/, "must be an ISO 3166 code such as de")
        .transform((code) => code.toLowerCase())
    ),
    tag: oneOrMore(z.string().min(1).max(512)),
    has_account: flag.optional(),
    nps_level: level,
    engagement_level: level,
    clv_level: level,
    churn_risk_level: level,
  },
  CUSTOMER_ORDERS
)
export const AdminGetCustomersParams = customers.omit({ fields: true }).extend({
  order: customers.shape.order.unwrap().default("-engagement"),
})
export type AdminGetCustomersParamsType = z.infer<
  typeof AdminGetCustomersParams
>
/** As a client writes it. */
export type AdminGetCustomersQuery = z.input<typeof AdminGetCustomersParams>
