import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { serviceOf } from "../../../../../modules/ad-planning/service-of"
import {
  sentimentFigures,
  termFigures,
} from "../../../../../modules/ad-planning/utils/sentiment/sentiment-report"
import { filtersOf } from "../filters"
import { withNames } from "../with-names"
import type { AdminGetSentimentStatsParamsType } from "../validators"

const TERMS = 20

/** How texts feel, by one grouping, and what they speak of. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const { group_by, ...params } =
    req.validatedQuery as AdminGetSentimentStatsParamsType
  const service = serviceOf(req.scope)
  const filters = filtersOf(service, params)
  const reports = service.sentimentReports
  const [totals] = await reports.stats(filters, null)
  const stats = await reports.stats(filters, group_by)
  const keywords = await reports.terms(filters, "keywords", TERMS)
  const entities = await reports.terms(filters, "entities", TERMS)
  const aspects = await reports.terms(filters, "aspects", TERMS)
  res.json({
    stats: await withNames(service, group_by, stats.map(sentimentFigures)),
    totals: sentimentFigures(totals),
    keywords: keywords.map(termFigures),
    entities: entities.map(termFigures),
    aspects: aspects.map(termFigures),
    unread: await reports.itemCounts(),
    group_by,
  })
}
