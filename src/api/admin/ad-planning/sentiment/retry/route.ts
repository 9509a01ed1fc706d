import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { retrySentimentWorkflow } from "../../../../../workflows/ad-planning/sentiment/retry-sentiment"
import type { AdminRetrySentimentType } from "../validators"

/** Frees parked texts: the next run, which begins now, tries them again. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminRetrySentimentType>,
  res: MedusaResponse
) => {
  const { result } = await retrySentimentWorkflow(req.scope).run({
    input: { ids: req.validatedBody.ids ?? null },
  })
  res.json(result)
}
