import { defineMiddlewares } from "@medusajs/framework/http"
import { adminAdPlanningMiddlewares } from "./admin/ad-planning/middlewares"
import { webAnalyticsMiddlewares } from "./web/analytics/middlewares"

export default defineMiddlewares({
  routes: [...adminAdPlanningMiddlewares, ...webAnalyticsMiddlewares],
})
