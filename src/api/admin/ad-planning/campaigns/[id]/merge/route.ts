import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { AD_PLANNING_MODULE } from "../../../../../../modules/ad-planning"
import type AdPlanningService from "../../../../../../modules/ad-planning/service"
import { mergeCampaignsWorkflow } from "../../../../../../workflows/ad-planning/campaigns/merge-campaigns"
import { idParam } from "../../../../../utils/id-param"
import { readCampaign } from "../../read-campaign"
import type { AdminMergeCampaignType } from "../../validators"

/** Makes this campaign a part of another one. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminMergeCampaignType>,
  res: MedusaResponse
) => {
  const from_id = idParam(req, "Campaign")
  const { into } = req.validatedBody
  const { result } = await mergeCampaignsWorkflow(req.scope).run({
    input: { from_id, into_id: into, actor_id: req.auth_context.actor_id },
  })
  const service = req.scope.resolve<AdPlanningService>(AD_PLANNING_MODULE)
  const campaign = await readCampaign(service, into)
  res.json({ merge: { id: result.id, from_id, into_id: into }, campaign })
}
