import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { AD_PLANNING_MODULE } from "../../../../../../modules/ad-planning"
import type AdPlanningService from "../../../../../../modules/ad-planning/service"
import { partCampaignsWorkflow } from "../../../../../../workflows/ad-planning/campaigns/part-campaigns"
import { idParam } from "../../../../../utils/id-param"
import { readCampaign } from "../../read-campaign"

/** Undoes the merge of this campaign into another one. */
export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const id = idParam(req, "Campaign")
  const service = req.scope.resolve<AdPlanningService>(AD_PLANNING_MODULE)
  const merge_id = await service.campaignEdits.standingMerge(id)
  await partCampaignsWorkflow(req.scope).run({
    input: { merge_id, actor_id: req.auth_context.actor_id },
  })
  res.json({ campaign: await readCampaign(service, id) })
}
