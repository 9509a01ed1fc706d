import type { MiddlewareRoute } from "@medusajs/framework/http"
import { adminAttributionMiddlewares } from "./attribution/middlewares"
import { adminCampaignMiddlewares } from "./campaigns/middlewares"
import { adminConversionsMiddlewares } from "./conversions/middlewares"
import { adminDashboardMiddlewares } from "./dashboard/middlewares"
import { adminGoalsMiddlewares } from "./goals/middlewares"
import { adminPixelMiddlewares } from "./pixel/middlewares"
import { adminSpendMiddlewares } from "./spend/middlewares"

export const adminAdPlanningMiddlewares: MiddlewareRoute[] = [
  ...adminAttributionMiddlewares,
  ...adminCampaignMiddlewares,
  ...adminConversionsMiddlewares,
  ...adminDashboardMiddlewares,
  ...adminGoalsMiddlewares,
  ...adminPixelMiddlewares,
  ...adminSpendMiddlewares,
]
