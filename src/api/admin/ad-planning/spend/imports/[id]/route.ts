import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { AD_PLANNING_MODULE } from "../../../../../../modules/ad-planning"
import type AdPlanningService from "../../../../../../modules/ad-planning/service"
import { takeBackSpendWorkflow } from "../../../../../../workflows/ad-planning/spend/take-back-spend"
import { idParam } from "../../../../../utils/id-param"
import { SPEND_IMPORT_FIELDS } from "../../query-config"

const ENTITY = "SpendImport"

export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const id = idParam(req, ENTITY)
  const service = req.scope.resolve<AdPlanningService>(AD_PLANNING_MODULE)
  const found = await service.retrieveAdPlanningSpendImport(id, {
    select: [...SPEND_IMPORT_FIELDS],
  })
  res.json({ import: found })
}

/** Takes an import back: its days stand as they did before it. */
export const DELETE = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const id = idParam(req, ENTITY)
  const { result } = await takeBackSpendWorkflow(req.scope).run({
    input: { import_id: id, actor_id: req.auth_context.actor_id },
  })
  const { restored, removed, kept, campaigns_removed } = result
  res.json({
    id,
    object: "spend_import",
    deleted: true,
    restored,
    removed,
    kept,
    campaigns_removed,
  })
}
