import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { serviceOf } from "../../../../modules/ad-planning/service-of"
import type { SentimentFilters } from "../../../../modules/ad-planning/types"
import { type CsvRow, sendCsv } from "../../../utils/csv"
import { SENTIMENT_FIELDS } from "./query-config"
import { withTexts } from "./read-texts"

const PAGE = 200

/** Answers all that the filters leave as CSV, by id, page by page. */
export async function sendSentimentCsv(
  req: MedusaRequest,
  res: MedusaResponse,
  filters: SentimentFilters
): Promise<void> {
  await sendCsv(req, res, {
    name: ["sentiment"],
    columns: [...SENTIMENT_FIELDS, "text"],
    pages: pages(req, filters),
  })
}

async function* pages(
  req: MedusaRequest,
  filters: SentimentFilters
): AsyncGenerator<CsvRow[]> {
  const service = serviceOf(req.scope)
  let after_id: string | undefined
  for (;;) {
    const { rows } = await service.sentimentReports.list(
      { ...filters, ...(after_id ? { after_id } : {}) },
      { order: "id", isDescending: false, limit: PAGE, offset: 0 }
    )
    const page = await withTexts(req.scope, rows)
    yield page.map((row) => ({ ...row }))
    if (rows.length < PAGE) {
      return
    }
    after_id = rows.at(-1)!.id
  }
}
