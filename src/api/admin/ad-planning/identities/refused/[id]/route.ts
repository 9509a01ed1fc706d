import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { AD_PLANNING_MODULE } from "../../../../../../modules/ad-planning"
import type AdPlanningService from "../../../../../../modules/ad-planning/service"
import { admitIdentityWorkflow } from "../../../../../../workflows/ad-planning/identity/admit-identity"
import { idParam } from "../../../../../utils/id-param"

const ENTITY = "AdPlanningIdentityStatus"

/** Takes a refusal back. What many share is so because of its links, not of us. */
export const DELETE = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const id = idParam(req, ENTITY)
  const service = req.scope.resolve<AdPlanningService>(AD_PLANNING_MODULE)
  const { kind, value, status } =
    await service.retrieveAdPlanningIdentityStatus(id)
  if (status !== "refused") {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `${id} is ${status}, not refused: undo links of it`
    )
  }
  await admitIdentityWorkflow(req.scope).run({ input: { kind, value } })
  res.json({ id, object: "refused", deleted: true })
}
