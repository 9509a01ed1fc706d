import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { createNpsLinkWorkflow } from "../../../../../workflows/ad-planning/scores/create-nps-link"
import type { AdminCreateNpsLinkType } from "../validators"

/** A link that asks the buyer of an order, or a person, for 0 to 10. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminCreateNpsLinkType>,
  res: MedusaResponse
) => {
  const { result } = await createNpsLinkWorkflow(req.scope).run({
    input: req.validatedBody,
  })
  res.json({ link: result })
}
