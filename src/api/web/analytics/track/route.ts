import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { isbot } from "isbot"
import { CUSTOM_ANALYTICS_MODULE } from "../../../../host-modules/custom-analytics"
import { isStandIn } from "../../../../lib/host-modules"
import { trackAnalyticsEventWorkflow } from "../../../../workflows/host/track-analytics-event"
import { MAX_TEXT, type WebTrackAnalyticsEventType } from "./validators"

async function track(
  req: MedusaRequest<WebTrackAnalyticsEventType>,
  res: MedusaResponse
) {
  // Of a bot nothing is stored, as at the endpoint of conversions.
  if (isbot(req.validatedBody.user_agent ?? userAgentOf(req))) {
    res.status(202).json({ accepted: 0, reason: "bot" })
    return
  }
  await trackAnalyticsEventWorkflow(req.scope).run({
    input: {
      ...req.validatedBody,
      user_agent: req.validatedBody.user_agent ?? userAgentOf(req),
      received_at: new Date().toISOString(),
    },
  })
  res.status(202).json({ accepted: 1 })
}

function userAgentOf(req: MedusaRequest): string | undefined {
  return req.get("user-agent")?.slice(0, MAX_TEXT)
}

// A host with its own analytics has its own tracker on this path. Not
// `defineFileConfig({ isDisabled })`: for a disabled route Medusa also drops
// the middlewares that the host has on the same path.
export const POST = isStandIn(CUSTOM_ANALYTICS_MODULE) ? track : undefined
