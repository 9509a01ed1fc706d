import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { AD_PLANNING_MODULE } from "../../../../../../modules/ad-planning"
import type AdPlanningService from "../../../../../../modules/ad-planning/service"
import { cancelBackfillWorkflow } from "../../../../../../workflows/ad-planning/sync/cancel-backfill"
import { idParam } from "../../../../../utils/id-param"
import { BACKFILL_ENTITY } from "../../query-config"
import { readBackfill } from "../../read-backfill"

/** Stops a run after the page it is at; what it wrote stays. */
export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const id = idParam(req, BACKFILL_ENTITY)
  await cancelBackfillWorkflow(req.scope).run({ input: { id } })
  const service = req.scope.resolve<AdPlanningService>(AD_PLANNING_MODULE)
  res.json({ backfill_run: await readBackfill(service, id) })
}
