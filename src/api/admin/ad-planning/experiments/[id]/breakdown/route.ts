import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { serviceOf } from "../../../../../../modules/ad-planning/service-of"
import { idParam } from "../../../../../utils/id-param"
import type { AdminGetExperimentBreakdownParamsType } from "../../validators"

/** The first primary metric by a trait of visitors: to look around, not to decide. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const { by, as_of = new Date() } =
    req.validatedQuery as AdminGetExperimentBreakdownParamsType
  const { experiments, experimentFigures } = serviceOf(req.scope)
  const experiment = await experiments.byId(idParam(req, "AbExperiment"))
  const breakdown = await experimentFigures.breakdown(experiment, by, as_of)
  res.json({ breakdown, by, is_exploration: true, as_of: as_of.toISOString() })
}
