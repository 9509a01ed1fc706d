import {
  createWorkflow,
  transform,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import {
  chooseForConversionStep,
  type ChooseForConversionInput,
} from "./steps/choose-for-conversion"
import { writeBackTouchesStep } from "./steps/write-back-touches"

export type AssignConversionCampaignWorkflowInput = ChooseForConversionInput

export const assignConversionCampaignWorkflowId = "assign-conversion-campaign"

/** A person assigns one conversion to a campaign, whatever its touches say. */
export const assignConversionCampaignWorkflow = createWorkflow(
  assignConversionCampaignWorkflowId,
  (input: WorkflowData<AssignConversionCampaignWorkflowInput>) => {
    const conversion = chooseForConversionStep(input)
    writeBackTouchesStep(transform(conversion, itsLead))
    return new WorkflowResponse(conversion)
  }
)

export function itsLead({ idempotency_key }: { idempotency_key: string }) {
  return { touch_ids: [], conversion_keys: [idempotency_key] }
}
