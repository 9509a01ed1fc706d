import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { AD_PLANNING_MODULE } from "../../../../../modules/ad-planning"
import type AdPlanningService from "../../../../../modules/ad-planning/service"
import { parseRange } from "../../../../../modules/ad-planning/utils/period/period"
import { bulkResolveAttributionsWorkflow } from "../../../../../workflows/ad-planning/attribution/bulk-resolve-attributions"
import { refusing } from "../../../../utils/report-params"
import type { AdminBulkResolveAttributionsType } from "../validators"

/** Tries the unresolved touches of a period again; default: of all history. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminBulkResolveAttributionsType>,
  res: MedusaResponse
) => {
  const { options } = req.scope.resolve<AdPlanningService>(AD_PLANNING_MODULE)
  const { website_id, ...bounds } = req.validatedBody
  const { from, to } = refusing(() =>
    parseRange({ ...bounds, timezone: options.timezone })
  )
  const { result } = await bulkResolveAttributionsWorkflow(req.scope).run({
    input: {
      website_id,
      from: from?.toISOString(),
      to: to?.toISOString(),
    },
  })
  res.json(result)
}
