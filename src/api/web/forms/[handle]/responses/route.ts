import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { FORMS_MODULE } from "../../../../../host-modules/forms"
import { isStandIn } from "../../../../../lib/host-modules"
import { submitFormResponseWorkflow } from "../../../../../workflows/host/submit-form-response"
import type { WebCreateFormResponseType } from "../../validators"

async function submit(
  req: MedusaRequest<WebCreateFormResponseType>,
  res: MedusaResponse
) {
  const { result } = await submitFormResponseWorkflow(req.scope).run({
    input: {
      ...req.validatedBody,
      handle: `${req.params.handle}`,
      received_at: new Date().toISOString(),
    },
  })
  res.status(201).json({ response: { id: result.id } })
}

// Not `defineFileConfig({ isDisabled })`: see /web/analytics/track.
export const POST = isStandIn(FORMS_MODULE) ? submit : undefined
