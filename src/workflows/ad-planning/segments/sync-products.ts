import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { syncProductsStep, type SyncProductsInput } from "./steps/sync-products"

export type SyncProductsWorkflowInput = SyncProductsInput

export const syncProductsWorkflowId = "sync-ad-planning-products"

/** Copies what segments need of products and their categories. */
export const syncProductsWorkflow = createWorkflow(
  syncProductsWorkflowId,
  (input: WorkflowData<SyncProductsWorkflowInput>) =>
    new WorkflowResponse(syncProductsStep(input))
)
