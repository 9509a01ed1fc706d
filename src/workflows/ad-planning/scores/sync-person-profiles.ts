import {
  createWorkflow,
  transform,
  when,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { calculateEngagementScoresWorkflow } from "./calculate-engagement-scores"
import {
  syncPersonProfilesStep,
  type SyncPersonProfilesInput,
} from "./steps/sync-person-profiles"

export type SyncPersonProfilesWorkflowInput = SyncPersonProfilesInput

export const syncPersonProfilesWorkflowId = "sync-person-profiles"

/**
 * Copies what segments and scores need of some people's records; who is new begins
 * with the engagement of what they did so far, mostly 0.
 */
export const syncPersonProfilesWorkflow = createWorkflow(
  syncPersonProfilesWorkflowId,
  (input: WorkflowData<SyncPersonProfilesWorkflowInput>) => {
    const result = syncPersonProfilesStep(input)
    when(result, ({ new_ids }) => new_ids.length > 0).then(() =>
      calculateEngagementScoresWorkflow.runAsStep({
        input: transform({ result }, newPeople),
      })
    )
    return new WorkflowResponse(result)
  }
)

function newPeople(data: { result: { new_ids: string[] } }) {
  return { person_ids: data.result.new_ids }
}
