import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { ExposureMessage } from "../../../../modules/ad-planning/types"
import { serviceOf } from "../../../../modules/ad-planning/service-of"

export interface RecordExposuresInput {
  exposures: ExposureMessage[]
  /** ISO 8601. */
  received_at: string
}

export const recordExposuresStepId = "record-exposures"

/** Writes who saw what. It is the last step: there is nothing to undo. */
export const recordExposuresStep = createStep(
  recordExposuresStepId,
  async ({ exposures, received_at }: RecordExposuresInput, { container }) => {
    const outcomes = await serviceOf(container).experiments.recordExposures(
      exposures,
      new Date(received_at)
    )
    return new StepResponse({ outcomes })
  }
)
