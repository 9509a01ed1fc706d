import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { serviceOf } from "../../../../../modules/ad-planning/service-of"
import { deleteExperimentWorkflow } from "../../../../../workflows/ad-planning/experiments/delete-experiment"
import { updateExperimentWorkflow } from "../../../../../workflows/ad-planning/experiments/update-experiment"
import { idParam } from "../../../../utils/id-param"
import { readExperiment } from "../read-experiment"
import type { AdminUpdateExperimentType } from "../validators"

const ENTITY = "AbExperiment"

export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const id = idParam(req, ENTITY)
  res.json({ experiment: await readExperiment(serviceOf(req.scope), id) })
}

/** What the body names is replaced, lists as a whole; only of a draft. */
const update = async (
  req: AuthenticatedMedusaRequest<AdminUpdateExperimentType>,
  res: MedusaResponse
) => {
  const id = idParam(req, ENTITY)
  await updateExperimentWorkflow(req.scope).run({
    input: { id, change: req.validatedBody },
  })
  res.json({ experiment: await readExperiment(serviceOf(req.scope), id) })
}

export const POST = update
export const PUT = update

export const DELETE = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const id = idParam(req, ENTITY)
  await deleteExperimentWorkflow(req.scope).run({ input: { id } })
  res.json({ id, object: "ab_experiment", deleted: true })
}
