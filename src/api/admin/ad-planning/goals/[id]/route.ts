import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { AD_PLANNING_MODULE } from "../../../../../modules/ad-planning"
import type AdPlanningService from "../../../../../modules/ad-planning/service"
import { deleteGoalsWorkflow } from "../../../../../workflows/ad-planning/goals/delete-goals"
import { updateGoalsWorkflow } from "../../../../../workflows/ad-planning/goals/update-goals"
import { idParam } from "../../../../utils/id-param"
import { readGoal } from "../read-goal"
import type { AdminUpdateGoalType } from "../validators"

const ENTITY = "ConversionGoal"

export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const service = req.scope.resolve<AdPlanningService>(AD_PLANNING_MODULE)
  res.json({ goal: await readGoal(service, idParam(req, ENTITY)) })
}

/** What the body names is replaced, `conditions` as a whole; the rest stays. */
const update = async (
  req: AuthenticatedMedusaRequest<AdminUpdateGoalType>,
  res: MedusaResponse
) => {
  const id = idParam(req, ENTITY)
  await updateGoalsWorkflow(req.scope).run({
    input: { goals: [{ ...req.validatedBody, id }] },
  })
  const service = req.scope.resolve<AdPlanningService>(AD_PLANNING_MODULE)
  res.json({ goal: await readGoal(service, id) })
}

export const POST = update
export const PUT = update

export const DELETE = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const id = idParam(req, ENTITY)
  await deleteGoalsWorkflow(req.scope).run({ input: { ids: [id] } })
  res.json({ id, object: "conversion_goal", deleted: true })
}
