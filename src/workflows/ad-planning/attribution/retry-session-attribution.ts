import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { serviceOf } from "../../../modules/ad-planning/service-of"
import { resolveTouchesStep } from "./steps/resolve-touches"
import { writeBackTouchesStep } from "./steps/write-back-touches"

export interface RetrySessionAttributionWorkflowInput {
  session_id: string
  /** The user of the store who asked for it. */
  actor_id?: string
}

const forgetResolutionStep = createStep(
  "forget-resolution",
  async (
    { session_id, actor_id }: RetrySessionAttributionWorkflowInput,
    { container }
  ) => {
    const service = serviceOf(container)
    const touch = await service.touches.retrieveTouchOfSession(session_id)
    const before = await service.touches.snapshotTouches([touch.touch_key])
    await service.resolutions.clearResolution(touch.id, {
      cause: touch.resolution_method === "manual" ? "undo" : "rules",
      cause_id: touch.id,
      actor_id,
    })
    return new StepResponse(
      { touch_id: touch.id },
      {
        touch_key: touch.touch_key,
        before,
      }
    )
  },
  async (undo, { container }) => {
    if (undo) {
      await serviceOf(container).touches.restoreTouches(
        [undo.touch_key],
        undo.before
      )
    }
  }
)

export const retrySessionAttributionWorkflowId = "retry-session-attribution"

/** Asks the rules again for one session, also where a person had chosen. */
export const retrySessionAttributionWorkflow = createWorkflow(
  retrySessionAttributionWorkflowId,
  (input: WorkflowData<RetrySessionAttributionWorkflowInput>) => {
    const touch = forgetResolutionStep(input)
    const scope = transform(touch, ({ touch_id }) => ({
      touch_ids: [touch_id],
    }))
    resolveTouchesStep(scope)
    writeBackTouchesStep(scope)
    return new WorkflowResponse(touch)
  }
)
