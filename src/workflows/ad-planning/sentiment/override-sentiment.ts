import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import {
  overrideSentimentStep,
  type OverrideSentimentInput,
} from "./steps/override-sentiment"
import { writeBackSentimentStep } from "./steps/write-back-sentiment"

export type OverrideSentimentWorkflowInput = OverrideSentimentInput

export const overrideSentimentWorkflowId = "override-sentiment"

/** A person of the store confirms or corrects what was read out of a text. */
export const overrideSentimentWorkflow = createWorkflow(
  overrideSentimentWorkflowId,
  (input: WorkflowData<OverrideSentimentWorkflowInput>) => {
    const told = overrideSentimentStep(input)
    writeBackSentimentStep(told)
    return new WorkflowResponse(told)
  }
)
