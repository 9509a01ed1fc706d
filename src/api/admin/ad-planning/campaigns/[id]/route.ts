import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { AD_PLANNING_MODULE } from "../../../../../modules/ad-planning"
import type AdPlanningService from "../../../../../modules/ad-planning/service"
import { normaliseName } from "../../../../../modules/ad-planning/utils/text/normalise"
import { deleteCampaignWorkflow } from "../../../../../workflows/ad-planning/campaigns/delete-campaign"
import { editCampaignWorkflow } from "../../../../../workflows/ad-planning/campaigns/edit-campaign"
import { idParam } from "../../../../utils/id-param"
import { dayStart, readCampaign } from "../read-campaign"
import type { AdminUpdateCampaignType } from "../validators"

const ENTITY = "Campaign"

export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const service = req.scope.resolve<AdPlanningService>(AD_PLANNING_MODULE)
  res.json({ campaign: await readCampaign(service, idParam(req, ENTITY)) })
}

export const POST = async (
  req: AuthenticatedMedusaRequest<AdminUpdateCampaignType>,
  res: MedusaResponse
) => {
  const id = idParam(req, ENTITY)
  const { name, status, started_on, stopped_on } = req.validatedBody
  await editCampaignWorkflow(req.scope).run({
    input: {
      id,
      edit: {
        name,
        normalised_name: name === undefined ? undefined : normaliseName(name),
        status,
        started_at: dayStart(started_on),
        stopped_at: dayStart(stopped_on),
      },
    },
  })
  const service = req.scope.resolve<AdPlanningService>(AD_PLANNING_MODULE)
  res.json({ campaign: await readCampaign(service, id) })
}

/** Deletes a campaign that nothing hangs on; otherwise says what does. */
export const DELETE = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const id = idParam(req, ENTITY)
  await deleteCampaignWorkflow(req.scope).run({ input: { id } })
  res.json({ id, object: "campaign", deleted: true })
}
