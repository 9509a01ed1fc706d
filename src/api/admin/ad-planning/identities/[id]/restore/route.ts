import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { AD_PLANNING_MODULE } from "../../../../../../modules/ad-planning"
import type AdPlanningService from "../../../../../../modules/ad-planning/service"
import { restoreIdentityLinkWorkflow } from "../../../../../../workflows/ad-planning/identity/restore-identity-link"
import { idParam } from "../../../../../utils/id-param"
import { IDENTITY_FIELDS, LINK_ENTITY } from "../../query-config"

/**
 * Takes back that a link was undone. Answers null when what showed it is gone:
 * then there is no such link any more.
 */
export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const id = idParam(req, LINK_ENTITY)
  await restoreIdentityLinkWorkflow(req.scope).run({ input: { link_id: id } })
  const service = req.scope.resolve<AdPlanningService>(AD_PLANNING_MODULE)
  const [identity] = await service.listAdPlanningIdentityLinks(
    { id },
    { select: [...IDENTITY_FIELDS], take: 1 }
  )
  res.json({ identity: identity ?? null })
}
