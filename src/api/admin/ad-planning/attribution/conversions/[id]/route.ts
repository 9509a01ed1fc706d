import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { assignConversionCampaignWorkflow } from "../../../../../../workflows/ad-planning/attribution/assign-conversion-campaign"
import { undoConversionCampaignWorkflow } from "../../../../../../workflows/ad-planning/attribution/undo-conversion-campaign"
import { unstorableReason } from "../../../../../utils/validate"
import type {
  AdminAssignConversionType,
  AdminGetExplanationParamsType,
} from "../../validators"
import { readExplanation } from "../read-explanation"

/** Why a conversion, or an order's, is credited as it is. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const { to } = req.validatedQuery as AdminGetExplanationParamsType
  res.json({ explanation: await readExplanation(req.scope, idOf(req), to) })
}

/** A person's choice of campaign for one conversion, or for an order's. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminAssignConversionType>,
  res: MedusaResponse
) => {
  const { result } = await assignConversionCampaignWorkflow(req.scope).run({
    input: {
      ...req.validatedBody,
      id: idOf(req),
      actor_id: req.auth_context.actor_id,
    },
  })
  res.json({ explanation: await readExplanation(req.scope, result.id) })
}

/** Takes the choice back. */
export const DELETE = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const { result } = await undoConversionCampaignWorkflow(req.scope).run({
    input: { id: idOf(req), actor_id: req.auth_context.actor_id },
  })
  res.json({ explanation: await readExplanation(req.scope, result.id) })
}

function idOf({ params }: AuthenticatedMedusaRequest): string {
  const id = `${params.id}`
  if (unstorableReason(id)) {
    // Nothing can be stored under it, and PostgreSQL would not even look.
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Conversion or order with id: ${id} was not found`
    )
  }
  return id
}
