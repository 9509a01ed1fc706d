import type { MedusaContainer } from "@medusajs/framework/types"
import { serviceOf } from "../../../modules/ad-planning/service-of"
import type { ForecastCampaign } from "../../../modules/ad-planning/types"
import {
  byScope,
  dayAfter,
  type FittedCurve,
  fitCurve,
  responseDays,
} from "../../../modules/ad-planning/utils/forecast-engine"
import { readSeries, type SeriesFrame } from "./read-series"

export interface CampaignCurve extends FittedCurve {
  campaign: ForecastCampaign
}

// Older spend was another shop's and another season's.
const LEARNED_DAYS = 365
const SILENT_DAYS = 28

/** What more or less spend of each running campaign would bring. */
export async function readCurves(
  container: MedusaContainer,
  frame: SeriesFrame & { from: string }
): Promise<CampaignCurve[]> {
  const { end } = frame
  if (end === null) {
    return []
  }
  const since = dayAfter(end, 1 - LEARNED_DAYS)
  const from = frame.from > since ? frame.from : since
  const [{ days }, campaigns] = await Promise.all([
    readSeries(container, { ...frame, from }),
    serviceOf(container).forecasts.runningCampaigns(
      dayAfter(end, -SILENT_DAYS)
    ),
  ])
  const scopes = byScope(days)
  const total = scopes.get("total") ?? []
  return campaigns.map((campaign) => {
    const own = scopes.get(`campaign:${campaign.id}`) ?? []
    const sum = (name: "purchases" | "revenue") =>
      own.reduce((all, day) => all + day[name], 0)
    const orders = sum("purchases")
    return {
      campaign,
      ...fitCurve(
        responseDays(own, total, end),
        orders > 0 ? sum("revenue") / orders : 0
      ),
    }
  })
}
