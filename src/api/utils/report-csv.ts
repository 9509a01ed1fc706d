import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { sendCsv, type CsvRow } from "./csv"

/** What a CSV needs of a report's frame. */
interface CsvFrame {
  period: { from_date: string; to_date: string }
  currency: string
}

/**
 * Answers a report's table as CSV. Its frame stays behind, but for the currency
 * of its amounts, which is in each row.
 */
export async function sendReportCsv(
  req: MedusaRequest,
  res: MedusaResponse,
  name: string,
  { period, currency }: CsvFrame,
  rows: CsvRow[],
  columns = columnsOf(rows)
): Promise<void> {
  await sendCsv(req, res, {
    name: [name, period.from_date, period.to_date],
    columns: [...columns, "currency"],
    pages: [rows.map((row) => ({ ...row, currency }))],
  })
}

export function columnsOf(rows: CsvRow[]): string[] {
  return [...new Set(rows.flatMap((row) => Object.keys(row)))]
}
