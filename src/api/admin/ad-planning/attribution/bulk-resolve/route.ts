import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { bulkResolveAttributionsWorkflow } from "../../../../../workflows/ad-planning/attribution/bulk-resolve-attributions"
import type { AdminBulkResolveAttributionsType } from "../validators"

export const POST = async (
  req: AuthenticatedMedusaRequest<AdminBulkResolveAttributionsType>,
  res: MedusaResponse
) => {
  const { result } = await bulkResolveAttributionsWorkflow(req.scope).run({
    input: req.validatedBody,
  })
  res.json(result)
}
