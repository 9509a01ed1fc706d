import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import {
  syncPersonIdentitiesStep,
  type SyncPersonIdentitiesInput,
} from "./steps/sync-person-identities"

export type SyncPersonIdentitiesWorkflowInput = SyncPersonIdentitiesInput

export const syncPersonIdentitiesWorkflowId = "sync-person-identities"

/** Reads people and links their e-mails to them. */
export const syncPersonIdentitiesWorkflow = createWorkflow(
  syncPersonIdentitiesWorkflowId,
  (input: WorkflowData<SyncPersonIdentitiesWorkflowInput>) => {
    return new WorkflowResponse(syncPersonIdentitiesStep(input))
  }
)
