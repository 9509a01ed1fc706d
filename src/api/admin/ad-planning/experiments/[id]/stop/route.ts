import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { serviceOf } from "../../../../../../modules/ad-planning/service-of"
import { stopExperimentWorkflow } from "../../../../../../workflows/ad-planning/experiments/stop-experiment"
import { idParam } from "../../../../../utils/id-param"
import { readExperiment } from "../../read-experiment"

/** Ends the assignment; results are final when the last visitor has matured. */
export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const id = idParam(req, "AbExperiment")
  await stopExperimentWorkflow(req.scope).run({
    input: { id, now: new Date().toISOString() },
  })
  res.json({ experiment: await readExperiment(serviceOf(req.scope), id) })
}
