import path from "node:path"
import { readInvoices, type Invoice } from "../../../src/scripts/demo/invoices"

let invoices: Invoice[] | undefined

/** The real invoices that the demo store is made of. */
export function onlineRetail(): Invoice[] {
  invoices ??= readInvoices(
    path.resolve(__dirname, "../../../data/online-retail/orders.csv.gz")
  )
  return invoices
}
