import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { serviceOf } from "../../../../modules/ad-planning/service-of"
import { dayAfter } from "../../../../modules/ad-planning/utils/forecast-engine"
import { readHostBudgets } from "../../../../sources/read-budgets"
import { readPacing } from "../read-pacing"
import { seriesFrame } from "../read-series"
import type { WatchInput } from "./find-anomalies"

const SILENT_DAYS = 28

export const trackPacingStepId = "track-pacing"

/**
 * Takes over the host's budgets and notes where each month is heading. Observations:
 * nothing is undone, the next run makes them what they are.
 */
export const trackPacingStep = createStep(
  trackPacingStepId,
  async (input: WatchInput, { container }) => {
    const { budgets, forecasts } = serviceOf(container)
    const now = new Date(input.now)
    const frame = await seriesFrame(container, now, input.currency)
    const campaigns = await forecasts.runningCampaigns(
      dayAfter(frame.today, -SILENT_DAYS)
    )
    const currencies = new Map(
      campaigns.map(({ id, currency }) => [id, currency])
    )
    await budgets.setBudgets(await readHostBudgets(container, currencies))
    const rows = await readPacing(container, frame)
    const id = await budgets.syncPacing(
      rows.flatMap(({ ad_campaign_id, month, band, projected_share }) =>
        band === null || projected_share === null
          ? []
          : [{ ad_campaign_id, month, band, projected_share }]
      ),
      now
    )
    return new StepResponse<{ id: string[] }>({ id })
  }
)
