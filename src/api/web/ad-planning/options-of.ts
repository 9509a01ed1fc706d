import type { MedusaRequest } from "@medusajs/framework/http"
import { AD_PLANNING_MODULE } from "../../../modules/ad-planning"
import type AdPlanningService from "../../../modules/ad-planning/service"
import type { AdPlanningOptions } from "../../../modules/ad-planning/types"

export function optionsOf(req: MedusaRequest): AdPlanningOptions {
  return req.scope.resolve<AdPlanningService>(AD_PLANNING_MODULE).options
}
