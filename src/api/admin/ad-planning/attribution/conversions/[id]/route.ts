import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { AD_PLANNING_MODULE } from "../../../../../../modules/ad-planning"
import type AdPlanningService from "../../../../../../modules/ad-planning/service"
import { assignConversionCampaignWorkflow } from "../../../../../../workflows/ad-planning/attribution/assign-conversion-campaign"
import { undoConversionCampaignWorkflow } from "../../../../../../workflows/ad-planning/attribution/undo-conversion-campaign"
import { unstorableReason } from "../../../../../utils/validate"
import { readConversion } from "../../../conversions/read-conversion"
import type { AdminAssignConversionType } from "../../validators"

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
  res.json({ conversion: await describe(req, result.id) })
}

/** Takes the choice back. */
export const DELETE = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const { result } = await undoConversionCampaignWorkflow(req.scope).run({
    input: { id: idOf(req), actor_id: req.auth_context.actor_id },
  })
  res.json({ conversion: await describe(req, result.id) })
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

async function describe(req: AuthenticatedMedusaRequest, id: string) {
  const service = req.scope.resolve<AdPlanningService>(AD_PLANNING_MODULE)
  return await readConversion(service, id)
}
