import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { serviceOf } from "../../../../modules/ad-planning/service-of"

export interface UndoConversionChoiceInput {
  /** A conversion's id, or an order's. */
  id: string
  actor_id?: string
}

export const undoConversionChoiceStepId = "undo-conversion-choice"

/** Takes the choice for one conversion back; undone by making it again. */
export const undoConversionChoiceStep = createStep(
  undoConversionChoiceStepId,
  async ({ id, actor_id }: UndoConversionChoiceInput, { container }) => {
    const service = serviceOf(container)
    const conversion = await service.choices.retrieveChoosable(id)
    const before = await service.touches.snapshotTouches([
      conversion.choice_key,
    ])
    await service.choices.undoChoice(conversion, actor_id ?? null)
    return new StepResponse(conversion, { conversion, before })
  },
  async (undo, { container }) => {
    if (undo) {
      await serviceOf(container).choices.restoreChoice(
        undo.conversion,
        undo.before
      )
    }
  }
)
