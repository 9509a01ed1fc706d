import type AdPlanningService from "../../../../modules/ad-planning/service"
import { GOAL_FIELDS } from "./query-config"

/** One goal with what it brought, as every route about it answers. */
export async function readGoal(service: AdPlanningService, id: string) {
  const goal = await service.retrieveConversionGoal(id, {
    select: [...GOAL_FIELDS],
  })
  const counters = await service.goals.goalCounters([goal.id])
  return { ...goal, counters: counters.get(goal.id) }
}
