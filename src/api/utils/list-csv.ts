import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { sendCsv } from "./csv"
import { keysetPages, type ListRows } from "./keyset-pages"
import { orderBy } from "./list-params"

export interface ListCsv {
  /** Parts of the file's name: what it is, and of when. */
  name: string[]
  /** As in the query. */
  order: string
  /** What may be ordered by: columns that are never null. */
  orders: readonly string[]
  fields: readonly string[]
  list: (
    filters: Record<string, unknown>,
    config: Parameters<ListRows>[1] & { select: string[] }
  ) => ReturnType<ListRows>
}

/**
 * Answers a whole list as CSV, page by page.
 *
 * @throws MedusaError invalid_data for an order that it cannot be read in
 */
export async function sendListCsv(
  req: MedusaRequest,
  res: MedusaResponse,
  { name, order, orders, fields, list }: ListCsv
): Promise<void> {
  const [[column, direction]] = Object.entries(orderBy(order)) as [
    [string, "ASC" | "DESC"],
  ]
  if (!orders.includes(column)) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `Invalid request: Field 'order': of a CSV must be one of: ${orders.join(", ")}`
    )
  }
  const columns = [...new Set(["id", ...fields])]
  const select = [...new Set([...columns, column])]
  await sendCsv(req, res, {
    name,
    columns,
    pages: keysetPages(
      (filters, config) => list(filters, { ...config, select }),
      column,
      direction
    ),
  })
}
