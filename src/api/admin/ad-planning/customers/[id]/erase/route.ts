import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { AD_PLANNING_MODULE } from "../../../../../../modules/ad-planning"
import type AdPlanningService from "../../../../../../modules/ad-planning/service"
import { erasePersonWorkflow } from "../../../../../../workflows/ad-planning/identity/erase-person"
import { idParam } from "../../../../../utils/id-param"
import { ERASURE_FIELDS } from "../../query-config"

/** Takes a person out of everything that is kept here. There is no way back. */
export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const id = idParam(req, "Person")
  const { result } = await erasePersonWorkflow(req.scope).run({
    input: {
      person_ids: [id],
      reason: "request",
      requested_by: req.auth_context.actor_id,
    },
  })
  const service = req.scope.resolve<AdPlanningService>(AD_PLANNING_MODULE)
  const erasure = await service.retrieveAdPlanningErasure(
    result.erasure_ids[0]!,
    { select: [...ERASURE_FIELDS] }
  )
  res.json({ erasure })
}
