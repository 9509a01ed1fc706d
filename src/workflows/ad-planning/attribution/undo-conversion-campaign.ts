import {
  createWorkflow,
  transform,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { itsLead } from "./assign-conversion-campaign"
import {
  undoConversionChoiceStep,
  type UndoConversionChoiceInput,
} from "./steps/undo-conversion-choice"
import { writeBackTouchesStep } from "./steps/write-back-touches"

export type UndoConversionCampaignWorkflowInput = UndoConversionChoiceInput

export const undoConversionCampaignWorkflowId = "undo-conversion-campaign"

/** Takes a person's choice for one conversion back. */
export const undoConversionCampaignWorkflow = createWorkflow(
  undoConversionCampaignWorkflowId,
  (input: WorkflowData<UndoConversionCampaignWorkflowInput>) => {
    const conversion = undoConversionChoiceStep(input)
    writeBackTouchesStep(transform(conversion, itsLead))
    return new WorkflowResponse(conversion)
  }
)
