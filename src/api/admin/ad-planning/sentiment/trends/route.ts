import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { serviceOf } from "../../../../../modules/ad-planning/service-of"
import { SENTIMENT_ASPECTS } from "../../../../../modules/ad-planning/types"
import { comparePeriod } from "../../../../../modules/ad-planning/utils/period/period"
import {
  sentimentDrivers,
  sentimentFigures,
} from "../../../../../modules/ad-planning/utils/sentiment/sentiment-report"
import { filtersOf, periodOf, within } from "../filters"
import type { AdminGetSentimentTrendsParamsType } from "../validators"

/** How texts feel over time, and which aspects moved since the period before. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const { interval, ...params } =
    req.validatedQuery as AdminGetSentimentTrendsParamsType
  const service = serviceOf(req.scope)
  const reports = service.sentimentReports
  const period = periodOf(service, params)
  const former = comparePeriod(period, "previous_period", new Date())
  const now = within(filtersOf(service, params), period)
  const before = within(now, former)
  const [total] = await reports.stats(now, null)
  const [formerTotal] = await reports.stats(before, null)
  const limit = SENTIMENT_ASPECTS.length
  res.json({
    trends: (await reports.stats(now, interval)).map(sentimentFigures),
    totals: sentimentFigures(total),
    former_totals: sentimentFigures(formerTotal),
    drivers: sentimentDrivers(
      await reports.terms(now, "aspects", limit),
      await reports.terms(before, "aspects", limit),
      { now: total?.texts ?? 0, before: formerTotal?.texts ?? 0 }
    ),
    period,
    former_period: former,
    interval,
  })
}
