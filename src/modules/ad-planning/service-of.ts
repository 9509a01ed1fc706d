import type { MedusaContainer } from "@medusajs/framework/types"
import { AD_PLANNING_MODULE } from "."
import type AdPlanningService from "./service"

export function serviceOf(container: MedusaContainer): AdPlanningService {
  return container.resolve<AdPlanningService>(AD_PLANNING_MODULE)
}
