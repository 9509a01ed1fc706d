import type { MedusaContainer } from "@medusajs/framework/types"
import { serviceOf } from "../../../../modules/ad-planning/service-of"
import {
  type CustomerQuery,
  SCORE_TYPES,
} from "../../../../modules/ad-planning/types"
import type { CsvRow } from "../../../utils/csv"
import { withNames } from "../scores/with-places"

const PAGE = 500

const SCORE_COLUMNS = SCORE_TYPES.flatMap((type) => [type, `${type}_level`])

export const CUSTOMER_CSV_COLUMNS = [
  "person_id",
  "first_name",
  "last_name",
  "email",
  "country",
  "city",
  "tags",
  "has_account",
  "created_at",
  "order_count",
  "last_order_at",
  "net_value",
  ...SCORE_COLUMNS,
]

/** Everybody whom a query is about, page by page. */
export async function* customerCsvPages(
  container: MedusaContainer,
  query: CustomerQuery
): AsyncGenerator<CsvRow[]> {
  const { scores } = serviceOf(container)
  for (let offset = 0; ; offset += PAGE) {
    const { rows } = await scores.customers({ ...query, limit: PAGE, offset })
    const named = await withNames(container, rows)
    yield named.map(({ person, orders, scores: known, tags, ...row }) => ({
      ...row,
      ...person,
      tags: tags.join(", "),
      order_count: orders.count,
      last_order_at: orders.last_at,
      net_value: orders.by_currency
        .map(({ currency, net_value }) => `${net_value} ${currency}`)
        .join(", "),
      ...Object.fromEntries(
        SCORE_TYPES.flatMap((type) => [
          [type, known[type]?.value ?? null],
          [`${type}_level`, known[type]?.level ?? null],
        ])
      ),
    }))
    if (rows.length < PAGE) {
      return
    }
  }
}
