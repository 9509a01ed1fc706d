import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { beginBackfill } from "../../../../runners/continue-backfill"
import { AD_PLANNING_MODULE } from "../../../../modules/ad-planning"
import type AdPlanningService from "../../../../modules/ad-planning/service"
import { backfillWorkflow } from "../../../../workflows/ad-planning/sync/backfill"
import { orderBy } from "../../../utils/list-params"
import { BACKFILL_FIELDS } from "./query-config"
import { readBackfill, withProgress } from "./read-backfill"
import type {
  AdminCreateBackfillType,
  AdminGetBackfillsParamsType,
} from "./validators"

export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const { limit, offset, order, ...filters } =
    req.validatedQuery as AdminGetBackfillsParamsType
  const service = req.scope.resolve<AdPlanningService>(AD_PLANNING_MODULE)
  const [runs, count] = await service.listAndCountAdPlanningBackfillRuns(
    filters,
    {
      select: [...BACKFILL_FIELDS],
      take: limit,
      skip: offset,
      order: orderBy(order ?? "-started_at"),
    }
  )
  res.json({ backfill_runs: runs.map(withProgress), count, offset, limit })
}

/** Answers when the run is written down; its work goes on beside that. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminCreateBackfillType>,
  res: MedusaResponse
) => {
  const { result } = await backfillWorkflow(req.scope).run({
    input: req.validatedBody,
  })
  const service = req.scope.resolve<AdPlanningService>(AD_PLANNING_MODULE)
  const backfill_run = await readBackfill(service, result.id)
  beginBackfill(req.scope)
  res.status(202).json({ backfill_run })
}
