import {
  createWorkflow,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { refreshPersonProfilesStep } from "./steps/refresh-person-profiles"

export const refreshPersonProfilesWorkflowId = "refresh-person-profiles"

/** Makes everybody's profile what the store's records say. */
export const refreshPersonProfilesWorkflow = createWorkflow(
  refreshPersonProfilesWorkflowId,
  () => new WorkflowResponse(refreshPersonProfilesStep({}))
)
