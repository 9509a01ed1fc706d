import {
  createWorkflow,
  transform,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import type { AliasKey } from "../../../modules/ad-planning/sql/attribution/upsert-alias"
import { reaskValueStep } from "./steps/reask-value"
import { removeAliasStep, type RemoveAliasInput } from "./steps/remove-alias"
import { sumChangesStep } from "./steps/sum-changes"
import { writeBackTouchesStep } from "./steps/write-back-touches"

export type DeleteAliasWorkflowInput = RemoveAliasInput

export const deleteAliasWorkflowId = "delete-alias"

/**
 * Forgets what a utm value means: the touches that carry it get what the rules say
 * without it, and their conversions and the host's rows follow.
 */
export const deleteAliasWorkflow = createWorkflow(
  deleteAliasWorkflowId,
  (input: WorkflowData<DeleteAliasWorkflowInput>) => {
    const alias = removeAliasStep(input)
    const { touch_ids } = reaskValueStep(transform({ alias, input }, asUndo))
    writeBackTouchesStep({ touch_ids })
    const changes = sumChangesStep({
      id: alias.id,
      since: alias.since,
      touch_ids,
    })
    return new WorkflowResponse({ id: alias.id, changes })
  }
)

function asUndo(data: {
  alias: { id: string; key: AliasKey }
  input: DeleteAliasWorkflowInput
}) {
  const { id, key } = data.alias
  const { actor_id } = data.input
  return { key, cause: { cause: "undo" as const, cause_id: id, actor_id } }
}
