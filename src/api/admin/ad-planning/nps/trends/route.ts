import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { serviceOf } from "../../../../../modules/ad-planning/service-of"
import {
  periodBuckets,
  trendInterval,
} from "../../../../../modules/ad-planning/utils/period/buckets"
import { npsReport } from "../../../../../modules/ad-planning/utils/scores/nps-report"
import { refusing } from "../../../../utils/report-params"
import { openNps } from "../open-nps"
import type { AdminGetNpsTrendsParamsType } from "../validators"

/**
 * The NPS of each day, week or month by its own latest answers, and beside it the
 * daily snapshots of the trailing window.
 */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const { interval: asked, ...params } =
    req.validatedQuery as AdminGetNpsTrendsParamsType
  const { nps, period, filters } = openNps(req.scope, params)
  const interval = refusing(() => trendInterval(period, asked))
  const buckets = periodBuckets(period, interval)
  const [rows, snapshots] = await Promise.all([
    nps.counts({ periods: buckets, filters }),
    serviceOf(req.scope).listAdPlanningNpsSnapshots(
      {
        scope: filters.segment_id ?? "store",
        day: { $gte: period.from_date, $lte: period.to_date },
      },
      {
        select: ["day", "nps", "margin", "window_days"],
        order: { day: "ASC" },
        take: null,
      }
    ),
  ])
  res.json({
    trends: rows.map((row) => ({
      date: buckets[row.period_index]!.from_date,
      ...npsReport(row),
    })),
    snapshots: snapshots.map(({ day, nps: value, margin, window_days }) => ({
      day,
      nps: value,
      margin,
      window_days,
    })),
    interval,
    period,
    filters,
  })
}
