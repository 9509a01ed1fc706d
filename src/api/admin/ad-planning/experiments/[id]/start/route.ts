import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { serviceOf } from "../../../../../../modules/ad-planning/service-of"
import { startExperimentWorkflow } from "../../../../../../workflows/ad-planning/experiments/start-experiment"
import { idParam } from "../../../../../utils/id-param"
import { readExperiment } from "../../read-experiment"

/** Visitors are assigned from now on, and what decides is frozen. */
export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const id = idParam(req, "AbExperiment")
  await startExperimentWorkflow(req.scope).run({
    input: { id, now: new Date().toISOString() },
  })
  res.json({ experiment: await readExperiment(serviceOf(req.scope), id) })
}
