import type AdPlanningService from "../../../../../modules/ad-planning/service"
import {
  CONVERSION_TYPES,
  REMAINDER_BUCKETS,
  type ConversionStatsGroup,
  type ReportRequest,
} from "../../../../../modules/ad-planning/types"
import {
  bestFirst,
  conversionStatsReport,
} from "../../../../../modules/ad-planning/utils/reports/conversion-stats-report"
import {
  type Interval,
  periodBuckets,
  trendInterval,
} from "../../../../../modules/ad-planning/utils/period/buckets"
import type { Period } from "../../../../../modules/ad-planning/utils/period/period"
import { refusing } from "../../../../utils/report-params"

const UNKNOWN_PLATFORM = "(direct or unknown)"

/** The statistics with rows that are there also when nothing is in them. */
export async function readConversionStats(
  service: AdPlanningService,
  request: ReportRequest,
  period: Period,
  group: ConversionStatsGroup
) {
  switch (group) {
    case "type":
      return conversionStatsReport(
        await service.reports.conversionStats(request, group),
        request.filters.conversion_types ?? CONVERSION_TYPES
      )
    case "platform":
      return await byPlatform(service, request)
    case "campaign":
      return await byCampaign(service, request)
    default:
      return await overTime(service, request, period, group)
  }
}

async function byPlatform(service: AdPlanningService, request: ReportRequest) {
  const rows = await service.reports.conversionStats(request, "platform")
  const report = conversionStatsReport(rows, [UNKNOWN_PLATFORM])
  const [unknown, ...platforms] = report.stats
  return {
    ...report,
    stats: [...platforms.toSorted(bestFirst), ...(unknown ? [unknown] : [])],
  }
}

async function byCampaign(service: AdPlanningService, request: ReportRequest) {
  const rows = await service.reports.conversionStats(request, "campaign")
  const report = conversionStatsReport(rows, REMAINDER_BUCKETS)
  const remainder = report.stats.slice(0, REMAINDER_BUCKETS.length)
  const campaigns = report.stats.slice(REMAINDER_BUCKETS.length)
  const named = await service.campaigns.campaignsById(
    campaigns.map(({ key }) => key)
  )
  return {
    ...report,
    stats: [...campaigns.toSorted(bestFirst), ...remainder].map(
      ({ key, ...figures }) => ({
        key,
        name: named.get(key)?.name ?? key,
        ...figures,
      })
    ),
  }
}

async function overTime(
  service: AdPlanningService,
  request: ReportRequest,
  period: Period,
  interval: Interval
) {
  refusing(() => trendInterval(period, interval, "group_by"))
  const periods = periodBuckets(period, interval)
  const report = conversionStatsReport(
    await service.reports.conversionStats({ ...request, periods }, interval),
    periods.map((_period, index) => `${index}`)
  )
  return {
    ...report,
    stats: report.stats.flatMap(({ key: index, ...figures }) => {
      const bucket = periods[Number(index)]
      return bucket
        ? {
            key: bucket.from_date,
            from: bucket.from,
            to: bucket.to,
            ...figures,
          }
        : []
    }),
  }
}
