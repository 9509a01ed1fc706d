import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { refreshAllSegmentsWorkflow } from "../../../../../workflows/ad-planning/segments/refresh-all-segments"

/** Calculates every active segment that updates itself. */
export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const { result } = await refreshAllSegmentsWorkflow(req.scope).run({
    input: { as_of: new Date().toISOString() },
  })
  res.json(result)
}
