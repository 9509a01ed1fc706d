import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { AD_PLANNING_MODULE } from "../../../../../modules/ad-planning"
import type AdPlanningService from "../../../../../modules/ad-planning/service"
import { idParam } from "../../../../utils/id-param"
import { BACKFILL_ENTITY } from "../query-config"
import { readBackfill } from "../read-backfill"

export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const service = req.scope.resolve<AdPlanningService>(AD_PLANNING_MODULE)
  const id = idParam(req, BACKFILL_ENTITY)
  res.json({ backfill_run: await readBackfill(service, id) })
}
