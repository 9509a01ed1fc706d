import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

const COLUMNS = [
  "platform",
  "external_id",
  "campaign",
  "date",
  "currency",
  "spend",
  "impressions",
  "clicks",
  "conversions",
  "value",
]

/** An empty table with the columns that need no question. */
export const GET = async (
  _req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  res.setHeader("content-type", "text/csv; charset=utf-8")
  res.setHeader(
    "content-disposition",
    'attachment; filename="ad-spend-template.csv"'
  )
  res.send(`${COLUMNS.join(",")}\n`)
}
