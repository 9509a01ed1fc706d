import type { MedusaContainer } from "@medusajs/framework/types"
import { AD_PLANNING_MODULE } from "../../../modules/ad-planning"
import type AdPlanningService from "../../../modules/ad-planning/service"

export function serviceOf(container: MedusaContainer): AdPlanningService {
  return container.resolve<AdPlanningService>(AD_PLANNING_MODULE)
}
