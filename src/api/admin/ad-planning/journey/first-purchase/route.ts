import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { AD_PLANNING_MODULE } from "../../../../../modules/ad-planning"
import type AdPlanningService from "../../../../../modules/ad-planning/service"
import { firstPurchaseReport } from "../../../../../modules/ad-planning/utils/journeys/first-purchase-report"
import { journeyFrame } from "../follow-params"
import type { AdminGetFirstPurchaseParamsType } from "./validators"

/** How many days and touchpoints it takes until somebody buys. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const params = req.validatedQuery as AdminGetFirstPurchaseParamsType
  const service = req.scope.resolve<AdPlanningService>(AD_PLANNING_MODULE)
  const { request, answer } = journeyFrame(service, params)
  const row = await service.journeys.firstPurchases(request)
  res.json({ ...firstPurchaseReport(row), ...answer })
}
