import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { AD_PLANNING_MODULE } from "../../../../../../modules/ad-planning"
import type AdPlanningService from "../../../../../../modules/ad-planning/service"
import { tryGoal } from "../../../../../../modules/ad-planning/utils/goals/try-goal"
import { idParam } from "../../../../../utils/id-param"
import { sampleEvent } from "../../sample-event"
import type { AdminTestGoalType } from "../../validators"

/**
 * `POST /goals/:id/test`: whether a sample event meets the goal, and why not.
 * Nothing is counted. The folder is not called `test`, because Medusa's build
 * leaves out every folder of that name.
 */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminTestGoalType>,
  res: MedusaResponse
) => {
  if (req.params.action !== "test") {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Goals have no action ${req.params.action}`
    )
  }
  const service = req.scope.resolve<AdPlanningService>(AD_PLANNING_MODULE)
  const goal = await service.goals.goalById(idParam(req, "ConversionGoal"))
  const activeGoals = await service.goals.activeGoals()
  const event = sampleEvent(req.validatedBody.event, new Date())
  const trial = tryGoal(goal, activeGoals, event)
  res.json({
    ...trial,
    value: trial.value === null ? null : Number(trial.value),
  })
}
