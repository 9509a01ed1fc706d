import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateBody, validateQuery } from "../../../utils/validate"
import {
  AdminCreateForecastEvent,
  AdminForecastCurrencyParams,
  AdminGenerateForecasts,
  AdminGetAnomaliesParams,
  AdminGetForecastAccuracyParams,
  AdminGetForecastEventsParams,
  AdminGetForecastSeriesParams,
  AdminGetForecastsParams,
  AdminGetPlansParams,
  AdminMakePlan,
  AdminSetBudgets,
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
  {
    method: ["GET"],
    matcher: `${BASE}/events`,
    middlewares: [validateQuery(AdminGetForecastEventsParams)],
  },
  {
    method: ["POST"],
    matcher: `${BASE}/events`,
    middlewares: [validateBody(AdminCreateForecastEvent)],
  },
  ...["budgets", "pacing", "curves"].map((path) => ({
    method: ["GET" as const],
    matcher: `${BASE}/${path}`,
    middlewares: [validateQuery(AdminForecastCurrencyParams)],
  })),
  {
    method: ["POST"],
    matcher: `${BASE}/budgets`,
    middlewares: [validateBody(AdminSetBudgets)],
  },
  {
    method: ["GET"],
    matcher: `${BASE}/anomalies`,
    middlewares: [validateQuery(AdminGetAnomaliesParams)],
  },
  {
    method: ["POST"],
    matcher: `${BASE}/plan`,
    middlewares: [validateBody(AdminMakePlan)],
  },
  {
    method: ["GET"],
    matcher: `${BASE}/plans`,
    middlewares: [validateQuery(AdminGetPlansParams)],
  },
]
