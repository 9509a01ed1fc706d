import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateBody, validateQuery } from "../../../utils/validate"
import {
  AdminGenerateForecasts,
  AdminGetForecastAccuracyParams,
  AdminGetForecastSeriesParams,
  AdminGetForecastsParams,
} from "./validators"

const BASE = "/admin/ad-planning/forecasts"

export const adminForecastsMiddlewares: MiddlewareRoute[] = [
  {
    method: ["GET"],
    matcher: BASE,
    middlewares: [validateQuery(AdminGetForecastsParams)],
  },
  {
    method: ["POST"],
    matcher: `${BASE}/generate`,
    middlewares: [validateBody(AdminGenerateForecasts)],
  },
  {
    method: ["GET"],
    matcher: `${BASE}/accuracy`,
    middlewares: [validateQuery(AdminGetForecastAccuracyParams)],
  },
  {
    method: ["GET"],
    matcher: `${BASE}/series`,
    middlewares: [validateQuery(AdminGetForecastSeriesParams)],
  },
]
