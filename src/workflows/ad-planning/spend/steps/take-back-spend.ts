import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { serviceOf } from "../../../../modules/ad-planning/service-of"

export interface TakeBackSpendInput {
  import_id: string
  actor_id?: string | null
}

export const takeBackSpendStepId = "take-back-spend"

/** Puts back what stood before an import; undone by the rows as they were. */
export const takeBackSpendStep = createStep(
  takeBackSpendStepId,
  async ({ import_id, actor_id }: TakeBackSpendInput, { container }) => {
    const { spend } = serviceOf(container)
    const before = await spend.snapshotTakeBack(import_id)
    const result = await spend.takeBackImport(import_id, actor_id ?? null)
    return new StepResponse(result, before)
  },
  async (before, { container }) => {
    if (before) {
      await serviceOf(container).spend.restoreTakenBack(before)
    }
  }
)
