import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { serviceOf } from "../../../../modules/ad-planning/service-of"

export interface TakeBackSpendInput {
  import_id: string
  actor_id?: string | null
}

export const takeBackSpendStepId = "take-back-spend"

/**
 * Puts back what stood before an import. It is the last step that can fail in its
 * workflow's own tables; what follows is run again by the next reconcile.
 */
export const takeBackSpendStep = createStep(
  takeBackSpendStepId,
  async ({ import_id, actor_id }: TakeBackSpendInput, { container }) => {
    const result = await serviceOf(container).spend.takeBackImport(
      import_id,
      actor_id ?? null
    )
    return new StepResponse(result)
  }
)
