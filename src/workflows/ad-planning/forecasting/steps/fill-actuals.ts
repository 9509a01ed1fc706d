import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { serviceOf } from "../../../../modules/ad-planning/service-of"
import { dayAfter } from "../../../../modules/ad-planning/utils/forecast-engine"
import { readSeries, seriesFrame } from "../read-series"

export interface FillActualsInput {
  /** ISO 8601. */
  now: string
  currency: string
}

// Refunds and late spend still move days that are younger than this.
const SETTLING_DAYS = 120

export const fillActualsStepId = "fill-forecast-actuals"

/**
 * Writes what happened beside what was forecast. Facts: nothing is undone, the next run
 * writes the same.
 */
export const fillActualsStep = createStep(
  fillActualsStepId,
  async (input: FillActualsInput, { container }) => {
    const now = new Date(input.now)
    const frame = await seriesFrame(container, now, input.currency)
    if (frame.end === null) {
      return new StepResponse({ filled: 0 })
    }
    const since = dayAfter(frame.end, -SETTLING_DAYS)
    const from = frame.from > since ? frame.from : since
    const { days } = await readSeries(container, { ...frame, from })
    const filled = await serviceOf(container).forecasts.fillActuals(
      days,
      from,
      frame.end,
      now
    )
    return new StepResponse({ filled })
  }
)
