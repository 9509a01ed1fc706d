import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { serviceOf } from "../../../../modules/ad-planning/service-of"
import { SENTIMENT_ORDERS } from "../../../../modules/ad-planning/types"
import { wantsCsv } from "../../../utils/csv"
import { filtersOf } from "./filters"
import { withTexts } from "./read-texts"
import { sendSentimentCsv } from "./send-csv"
import { shown } from "./shown"
import type { AdminGetSentimentParamsType } from "./validators"

/** Analysed texts, each with its words, as long as its source has them. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const { limit, offset, order, ...params } =
    req.validatedQuery as AdminGetSentimentParamsType
  const service = serviceOf(req.scope)
  const filters = filtersOf(service, params)
  if (wantsCsv(req)) {
    await sendSentimentCsv(req, res, filters)
    return
  }
  const name = order.replace(/^-/, "")
  const { rows, count } = await service.sentimentReports.list(filters, {
    order: SENTIMENT_ORDERS.find((one) => one === name) ?? "occurred_at",
    isDescending: order.startsWith("-"),
    limit,
    offset,
  })
  const sentiments = await withTexts(req.scope, rows)
  res.json({ sentiments: sentiments.map(shown), count, offset, limit })
}
