import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { errorMessage } from "../../../../lib/error-message"
import { serviceOf } from "../../../../modules/ad-planning/service-of"
import { calculateExperimentResultsWorkflow } from "../calculate-experiment-results"

export interface UpdateExperimentResultsInput {
  /** ISO 8601. */
  as_of: string
}

export const updateExperimentResultsStepId = "update-experiment-results"

/**
 * Calculates one experiment after the other, each in a run of its own: one that
 * fails does not keep the others from theirs.
 *
 * @throws MedusaError with every one that failed, when all have been tried
 */
export const updateExperimentResultsStep = createStep(
  updateExperimentResultsStepId,
  async ({ as_of }: UpdateExperimentResultsInput, { container }) => {
    const ids = await serviceOf(container).experiments.openIds()
    const failures: string[] = []
    for (const id of ids) {
      try {
        await calculateExperimentResultsWorkflow(container).run({
          input: { id, as_of },
        })
      } catch (error) {
        failures.push(`${id}: ${errorMessage(error)}`)
      }
    }
    if (failures.length > 0) {
      throw new MedusaError(
        MedusaError.Types.UNEXPECTED_STATE,
        `results of ${failures.length} experiments failed: ${failures.join("; ")}`
      )
    }
    return new StepResponse({ ids })
  }
)
