import { readFileSync } from "node:fs"
import { gunzipSync } from "node:zlib"
import { parse } from "csv-parse/sync"
import { z } from "@medusajs/framework/zod"

/** One row of data/online-retail/orders.csv.gz. */
export interface Invoice {
  number: string
  at: Date
  /** The shop's customer number; null for a guest. */
  customer: string | null
  country: string
  lines: number
  units: number
  /** Pounds with two decimals, as in the file. */
  amount: string
  pence: number
}

const rowSchema = z
  .object({
    invoice: z.string().min(1),
    invoiced_at: z.coerce.date(),
    customer_id: z.string(),
    country: z.string().min(1),
    line_count: z.coerce.number().int(),
    unit_count: z.coerce.number().int(),
    amount_gbp: z.string().regex(/^-?\d+\.\d{2}$/),
  })
  .transform((row): Invoice => ({
    number: row.invoice,
    at: row.invoiced_at,
    customer: row.customer_id || null,
    country: row.country,
    lines: row.line_count,
    units: row.unit_count,
    amount: row.amount_gbp,
    pence: Number(row.amount_gbp.replace(".", "")),
  }))

/** All invoices, oldest first. */
export function readInvoices(file: string): Invoice[] {
  const text = gunzipSync(readFileSync(file))
  return z
    .array(rowSchema)
    .parse(parse(text, { columns: true }))
    .toSorted((a, b) => +a.at - +b.at || compareText(a.number, b.number))
}

/** A number with a letter is no sale: `C` credits one, `A` writes debts off. */
export function isOrder(invoice: Invoice): boolean {
  return /^\d/.test(invoice.number)
}

export function isCreditNote(invoice: Invoice): boolean {
  return invoice.number.startsWith("C")
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : 1
}
