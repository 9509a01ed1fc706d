import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { serviceOf } from "../../../../modules/ad-planning/service-of"
import { readCurves } from "../read-curves"
import { seriesFrame } from "../read-series"
import type { WatchInput } from "./find-anomalies"

export const fitCurvesStepId = "fit-response-curves"

/** Fits every running campaign's curve and keeps it under its day. */
export const fitCurvesStep = createStep(
  fitCurvesStepId,
  async (input: WatchInput, { container }) => {
    const now = new Date(input.now)
    const frame = await seriesFrame(container, now, input.currency)
    const curves = await readCurves(container, frame)
    await serviceOf(container).budgets.replaceCurves(
      curves.map(({ campaign, refusal, curve }) => ({
        ad_campaign_id: campaign.id,
        currency: input.currency,
        is_usable: refusal === null,
        refusal,
        curve,
      })),
      frame.today
    )
    return new StepResponse({
      fitted: curves.length,
      usable: curves.filter(({ refusal }) => refusal === null).length,
    })
  }
)
