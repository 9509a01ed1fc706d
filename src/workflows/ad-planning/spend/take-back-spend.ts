import {
  createWorkflow,
  transform,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { writeBackTouchesStep } from "../attribution/steps/write-back-touches"
import { reaskCampaignsStep } from "../campaigns/steps/reask-campaigns"
import {
  takeBackSpendStep,
  type TakeBackSpendInput,
} from "./steps/take-back-spend"

export type TakeBackSpendWorkflowInput = TakeBackSpendInput

export const takeBackSpendWorkflowId = "take-back-spend"

/**
 * Takes an import back: its days stand as before it, and clicks on campaigns that only
 * it named are unmatched again.
 */
export const takeBackSpendWorkflow = createWorkflow(
  takeBackSpendWorkflowId,
  (input: WorkflowData<TakeBackSpendWorkflowInput>) => {
    const taken = takeBackSpendStep(input)
    const { touch_ids } = reaskCampaignsStep(
      transform({ taken, input }, asUndo)
    )
    writeBackTouchesStep({ touch_ids })
    return new WorkflowResponse(taken)
  }
)

function asUndo(data: {
  taken: { campaign_ids: string[] }
  input: TakeBackSpendWorkflowInput
}) {
  return {
    campaign_ids: data.taken.campaign_ids,
    since: null,
    cause: {
      cause: "undo" as const,
      cause_id: data.input.import_id,
      actor_id: data.input.actor_id ?? undefined,
    },
  }
}
