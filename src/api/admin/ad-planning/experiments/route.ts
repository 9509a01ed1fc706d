import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { serviceOf } from "../../../../modules/ad-planning/service-of"
import { createExperimentWorkflow } from "../../../../workflows/ad-planning/experiments/create-experiment"
import { orderBy } from "../../../utils/list-params"
import { EXPERIMENT_FIELDS } from "./query-config"
import { readExperiment } from "./read-experiment"
import type {
  AdminCreateExperimentType,
  AdminGetExperimentsParamsType,
} from "./validators"

/** Experiments, each with what it said last. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const {
    limit,
    offset,
    order = "-created_at",
    fields = [...EXPERIMENT_FIELDS],
    ...filters
  } = req.validatedQuery as AdminGetExperimentsParamsType
  const service = serviceOf(req.scope)
  const [experiments, count] = await service.listAndCountAbExperiments(
    filters,
    { select: fields, take: limit, skip: offset, order: orderBy(order) }
  )
  res.json({ experiments, count, offset, limit })
}

export const POST = async (
  req: AuthenticatedMedusaRequest<AdminCreateExperimentType>,
  res: MedusaResponse
) => {
  const { result } = await createExperimentWorkflow(req.scope).run({
    input: { experiment: req.validatedBody },
  })
  const experiment = await readExperiment(serviceOf(req.scope), result.id)
  res.json({ experiment })
}
