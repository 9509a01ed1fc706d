import { defineMiddlewares } from "@medusajs/framework/http"
import { webAnalyticsMiddlewares } from "./web/analytics/middlewares"

export default defineMiddlewares({ routes: [...webAnalyticsMiddlewares] })
