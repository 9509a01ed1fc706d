import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { serviceOf } from "../../../../../modules/ad-planning/service-of"
import type { AdminGetScoreModelParamsType } from "../validators"

/** The model card: what a type of score is calculated with, and how good that is. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const { type } = req.validatedQuery as AdminGetScoreModelParamsType
  const [model] = await serviceOf(req.scope).listAdPlanningScoreModels(
    { type, current: true },
    { select: ["id", "type", "trained_at", "params", "metrics"] }
  )
  res.json({
    type,
    model: model
      ? {
          id: model.id,
          trained_at: model.trained_at,
          params: model.params,
          metrics: model.metrics,
        }
      : null,
  })
}
