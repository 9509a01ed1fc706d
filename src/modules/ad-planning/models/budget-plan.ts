import { model } from "@medusajs/framework/utils"
import { PLAN_OBJECTIVES } from "../types"

/** A saved plan: what was asked, and what was advised and expected then. */
const AdPlanningBudgetPlan = model
  .define("ad_planning_budget_plan", {
    id: model.id({ prefix: "applan" }).primaryKey(),
    name: model.text(),
    objective: model.enum([...PLAN_OBJECTIVES]),
    // Major units of `currency`, for the whole period.
    total_budget: model.bigNumber(),
    currency: model.text(),
    // First and last day, both included.
    from_date: model.text(),
    to_date: model.text(),
    request: model.json(),
    result: model.json(),
  })
  .indexes([{ on: ["from_date"] }])

export default AdPlanningBudgetPlan
