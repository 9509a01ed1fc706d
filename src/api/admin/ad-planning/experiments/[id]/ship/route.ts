import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { serviceOf } from "../../../../../../modules/ad-planning/service-of"
import { shipExperimentWorkflow } from "../../../../../../workflows/ad-planning/experiments/ship-experiment"
import { idParam } from "../../../../../utils/id-param"
import { readExperiment } from "../../read-experiment"
import type { AdminShipExperimentType } from "../../validators"

/** Notes which variant the shop went on with, and why. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminShipExperimentType>,
  res: MedusaResponse
) => {
  const id = idParam(req, "AbExperiment")
  await shipExperimentWorkflow(req.scope).run({
    input: {
      id,
      shipment: {
        ...req.validatedBody,
        shipped_at: new Date().toISOString(),
        shipped_by: req.auth_context.actor_id,
      },
    },
  })
  res.json({ experiment: await readExperiment(serviceOf(req.scope), id) })
}
