import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { serviceOf } from "../../../../modules/ad-planning/service-of"
import {
  byScope,
  findAnomalies,
} from "../../../../modules/ad-planning/utils/forecast-engine"
import { readSeries, seriesFrame } from "../read-series"

export interface WatchInput {
  /** ISO 8601. */
  now: string
  currency: string
}

export const findAnomaliesStepId = "find-anomalies"

/**
 * Looks at the last three days of everything that runs, and notes what left its course.
 * Observations: nothing is undone, the next run makes them what they are.
 */
export const findAnomaliesStep = createStep(
  findAnomaliesStepId,
  async (input: WatchInput, { container }) => {
    const service = serviceOf(container)
    const now = new Date(input.now)
    const frame = await seriesFrame(container, now, input.currency)
    if (frame.end === null) {
      return new StepResponse<{ id: string[] }>({ id: [] })
    }
    const [{ days }, campaigns] = await Promise.all([
      readSeries(container, frame),
      service.forecasts.runningCampaigns(frame.end),
    ])
    const running = new Set(campaigns.map(({ id }) => id))
    const watched = days.filter(
      ({ ad_campaign_id }) =>
        ad_campaign_id === null || running.has(ad_campaign_id)
    )
    const { found, looked } = findAnomalies(byScope(watched), frame.end)
    const id = await service.budgets.syncAnomalies(found, looked, now)
    return new StepResponse<{ id: string[] }>({ id })
  }
)
