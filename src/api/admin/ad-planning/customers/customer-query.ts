import type { MedusaContainer } from "@medusajs/framework/types"
import {
  CUSTOMER_ORDERS,
  SCORE_TYPES,
} from "../../../../modules/ad-planning/types"
import type { CustomerQuery } from "../../../../modules/ad-planning/types"
import { findPeople } from "../../../../sources/read-names"
import type { AdminGetCustomersParamsType } from "./validators"

const MAX_FOUND = 1_000

/** What a list of customers is asked for, with those whom a search finds. */
export async function customerQuery(
  container: MedusaContainer,
  params: AdminGetCustomersParamsType
): Promise<CustomerQuery> {
  const { q, country, tag, has_account, order, limit, offset } = params
  const column = order.replace(/^-/, "")
  const levels = SCORE_TYPES.flatMap((type) => {
    const level = params[`${type}_level`]
    return level === undefined ? [] : [[type, [level].flat()] as const]
  })
  return {
    person_ids: q ? await findPeople(container, q, MAX_FOUND) : undefined,
    countries: country === undefined ? undefined : [country].flat(),
    tags: tag === undefined ? undefined : [tag].flat(),
    has_account,
    levels: Object.fromEntries(levels),
    order: CUSTOMER_ORDERS.find((name) => name === column) ?? "engagement",
    is_ascending: !order.startsWith("-"),
    limit,
    offset,
  }
}
