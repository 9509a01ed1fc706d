import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { serviceOf } from "../../../../../../modules/ad-planning/service-of"
import { copyOf } from "../../../../../../modules/ad-planning/utils/statistical-utils"
import { createExperimentWorkflow } from "../../../../../../workflows/ad-planning/experiments/create-experiment"
import { idParam } from "../../../../../utils/id-param"
import { readExperiment } from "../../read-experiment"
import type { AdminCopyExperimentType } from "../../validators"

/** A draft with the same parts. Its key differs: other visitors see other variants. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminCopyExperimentType>,
  res: MedusaResponse
) => {
  const service = serviceOf(req.scope)
  const original = await service.experiments.byId(idParam(req, "AbExperiment"))
  const {
    key = `${original.key.slice(0, MAX_KEY)}-${Date.now().toString(36)}`,
  } = req.validatedBody
  const { result } = await createExperimentWorkflow(req.scope).run({
    input: { experiment: copyOf(original, key) },
  })
  res.json({ experiment: await readExperiment(service, result.id) })
}

const MAX_KEY = 50
