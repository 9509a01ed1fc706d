import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { serviceOf } from "../../../../../modules/ad-planning/service-of"
import type { AdminGetOpenSentimentParamsType } from "../validators"

/** Texts without an analysis, and why. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const { limit, offset, ...filters } =
    req.validatedQuery as AdminGetOpenSentimentParamsType
  const [items, count] = await serviceOf(
    req.scope
  ).listAndCountAdPlanningSentimentItems(filters, {
    select: [
      "id",
      "source_type",
      "source_id",
      "status",
      "model_version",
      "error_count",
      "last_error",
      "last_error_at",
      "next_try_at",
    ],
    take: limit,
    skip: offset,
    order: { id: "ASC" },
  })
  res.json({ items, count, offset, limit })
}
