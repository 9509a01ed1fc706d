import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { AD_PLANNING_MODULE } from "../../../../../modules/ad-planning"
import type AdPlanningService from "../../../../../modules/ad-planning/service"
import { unstorableReason } from "../../../../utils/validate"
import { readConversion } from "../read-conversion"

/** One conversion, with why its net value differs and the touches of its path. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const service = req.scope.resolve<AdPlanningService>(AD_PLANNING_MODULE)
  const id = `${req.params.id}`
  if (unstorableReason(id)) {
    // Nothing can be stored under it, and PostgreSQL would not even look.
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Conversion with id: ${id} was not found`
    )
  }
  res.json({ conversion: await readConversion(service, id) })
}
