import {
  createWorkflow,
  transform,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { resolveTouchesStep } from "../attribution/steps/resolve-touches"
import { writeBackTouchesStep } from "../attribution/steps/write-back-touches"
import { syncVisitorSessionsStep } from "../attribution/steps/sync-visitor-sessions"
import {
  ensureBuyersStep,
  type EnsureBuyersInput,
} from "../identity/steps/ensure-buyers"
import { announceConversions } from "./announce-conversions"
import { syncPurchasesStep } from "./steps/sync-purchases"

export type TrackPurchaseConversionWorkflowInput = EnsureBuyersInput

export const trackPurchaseConversionWorkflowId = "track-purchase-conversion"

/**
 * Reads orders and makes their purchases, corrections, persons and touches what
 * the orders say. For any event of an order, reconcile and backfill alike: in
 * any order and any number of times it leaves the same rows.
 */
export const trackPurchaseConversionWorkflow = createWorkflow(
  trackPurchaseConversionWorkflowId,
  (input: WorkflowData<TrackPurchaseConversionWorkflowInput>) => {
    const buyers = ensureBuyersStep(input)
    const sessions = syncVisitorSessionsStep(input)
    const purchases = syncPurchasesStep(input)
    resolveTouchesStep(transform({ input, sessions }, touchesInScope))
    writeBackTouchesStep(sessions)
    announceConversions(purchases)
    return new WorkflowResponse(
      transform({ buyers, sessions, purchases }, summarise)
    )
  }
)

function summarise(data: {
  buyers: { linked: number }
  sessions: { changed: number }
  purchases: { created_ids: string[]; changed: number }
}) {
  return {
    created_ids: data.purchases.created_ids,
    changed:
      data.buyers.linked + data.sessions.changed + data.purchases.changed,
  }
}

function touchesInScope(data: {
  input: TrackPurchaseConversionWorkflowInput
  sessions: { touch_ids: string[] }
}) {
  return {
    order_ids: data.input.order_ids,
    touch_ids: data.sessions.touch_ids,
  }
}
