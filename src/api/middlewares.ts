import { defineMiddlewares } from "@medusajs/framework/http"
import { adminAdPlanningMiddlewares } from "./admin/ad-planning/middlewares"
import { adminSocialsMiddlewares } from "./admin/socials/middlewares"
import { webAdPlanningMiddlewares } from "./web/ad-planning/middlewares"
import { webAnalyticsMiddlewares } from "./web/analytics/middlewares"
import { webFormsMiddlewares } from "./web/forms/middlewares"

export default defineMiddlewares({
  routes: [
    ...adminAdPlanningMiddlewares,
    ...adminSocialsMiddlewares,
    ...webAdPlanningMiddlewares,
    ...webAnalyticsMiddlewares,
    ...webFormsMiddlewares,
  ],
})
