import {
  createWorkflow,
  transform,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import type { AliasKey } from "../../../modules/ad-planning/sql/attribution/upsert-alias"
import { reaskValueStep } from "./steps/reask-value"
import { saveAliasStep, type SaveAliasInput } from "./steps/save-alias"
import { sumChangesStep } from "./steps/sum-changes"
import { writeBackTouchesStep } from "./steps/write-back-touches"

export type SettleAliasWorkflowInput = SaveAliasInput

export const settleAliasWorkflowId = "settle-alias"

/**
 * A person says what a utm value means: every touch that carries it follows, also of
 * the past, and its conversions and the host's rows with it.
 */
export const settleAliasWorkflow = createWorkflow(
  settleAliasWorkflowId,
  (input: WorkflowData<SettleAliasWorkflowInput>) => {
    const alias = saveAliasStep(input)
    const { touch_ids } = reaskValueStep(transform({ alias, input }, asAlias))
    writeBackTouchesStep({ touch_ids })
    const changes = sumChangesStep({
      id: alias.id,
      since: alias.since,
      touch_ids,
    })
    return new WorkflowResponse({ id: alias.id, changes })
  }
)

function asAlias(data: {
  alias: { id: string; key: AliasKey }
  input: SettleAliasWorkflowInput
}) {
  const { id, key } = data.alias
  const { actor_id } = data.input
  return { key, cause: { cause: "alias" as const, cause_id: id, actor_id } }
}
