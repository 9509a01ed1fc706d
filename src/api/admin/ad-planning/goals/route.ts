import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { AD_PLANNING_MODULE } from "../../../../modules/ad-planning"
import type AdPlanningService from "../../../../modules/ad-planning/service"
import { createGoalsWorkflow } from "../../../../workflows/ad-planning/goals/create-goals"
import { orderBy } from "../../../utils/list-params"
import { GOAL_FIELDS } from "./query-config"
import { readGoal } from "./read-goal"
import type { AdminCreateGoalType, AdminGetGoalsParamsType } from "./validators"

/** Goals, each with what it brought. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const {
    limit,
    offset,
    order = "-created_at",
    fields = [...GOAL_FIELDS],
    ...filters
  } = req.validatedQuery as AdminGetGoalsParamsType
  const service = req.scope.resolve<AdPlanningService>(AD_PLANNING_MODULE)
  const [goals, count] = await service.listAndCountConversionGoals(filters, {
    select: fields,
    take: limit,
    skip: offset,
    order: orderBy(order),
  })
  const counters = await service.goals.goalCounters(goals.map(({ id }) => id))
  res.json({
    goals: goals.map((goal) => ({ ...goal, counters: counters.get(goal.id) })),
    count,
    offset,
    limit,
  })
}

export const POST = async (
  req: AuthenticatedMedusaRequest<AdminCreateGoalType>,
  res: MedusaResponse
) => {
  const { result } = await createGoalsWorkflow(req.scope).run({
    input: { goals: [req.validatedBody] },
  })
  const service = req.scope.resolve<AdPlanningService>(AD_PLANNING_MODULE)
  res.json({ goal: await readGoal(service, result.ids[0]!) })
}
