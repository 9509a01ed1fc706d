import {
  createWorkflow,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { createFormResponseStep } from "./steps/create-form-response"
import {
  checkFormResponseStep,
  type SubmittedFormResponse,
} from "./steps/check-form-response"

export type SubmitFormResponseWorkflowInput = SubmittedFormResponse

export const submitFormResponseWorkflowId = "submit-form-response"

/** Takes in what a visitor answered to a form of the storefront. */
export const submitFormResponseWorkflow = createWorkflow(
  submitFormResponseWorkflowId,
  (input: WorkflowData<SubmitFormResponseWorkflowInput>) => {
    const row = checkFormResponseStep(input)
    return new WorkflowResponse(createFormResponseStep(row))
  }
)
