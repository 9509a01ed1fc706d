import { z } from "@medusajs/framework/zod"
import { listParams } from "../../../utils/list-params"
import { JOURNEY_FILTERS } from "../journey/validators"

export const AdminMergePersons = z.strictObject({
  /** The person who both are. */
  into: z.string().min(1).max(512),
})
export type AdminMergePersonsType = z.infer<typeof AdminMergePersons>

export const AdminUnmergePerson = z.strictObject({})

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
