import type { WorkflowData } from "@medusajs/framework/workflows-sdk"
import { transform, when } from "@medusajs/framework/workflows-sdk"
import { type AnnounceInput, announceStep } from "./steps/announce"

/** The part of a workflow that announces what was counted for the first time. */
export function announceConversions(result: WorkflowData<AnnounceInput>): void {
  const counted = transform(result, ({ created_ids }) => ({ created_ids }))
  when(counted, ({ created_ids }) => created_ids.length > 0).then(() => {
    announceStep(counted)
  })
}
