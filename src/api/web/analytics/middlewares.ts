import type { MiddlewareRoute } from "@medusajs/framework/http"

import { CUSTOM_ANALYTICS_MODULE } from "../../../host-modules/custom-analytics"
import { isStandIn } from "../../../lib/host-modules"
import { webTrackAnalyticsEventMiddlewares } from "./track/middlewares"

/** None in a host with its own analytics: they would run on its routes. */
export const webAnalyticsMiddlewares: MiddlewareRoute[] = isStandIn(
  CUSTOM_ANALYTICS_MODULE
)
  ? webTrackAnalyticsEventMiddlewares
  : []
