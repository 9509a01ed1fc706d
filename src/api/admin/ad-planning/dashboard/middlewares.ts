import type { MiddlewareRoute } from "@medusajs/framework/http"
import { reportParams } from "../../../utils/report-params"
import { validateQuery } from "../../../utils/validate"
import { AdminGetTopPerformersParams, AdminGetTrendsParams } from "./validators"

export const adminDashboardMiddlewares: MiddlewareRoute[] = [
  {
    method: ["GET"],
    matcher: "/admin/ad-planning/dashboard/overview",
    middlewares: [validateQuery(reportParams)],
  },
  {
    method: ["GET"],
    matcher: "/admin/ad-planning/dashboard/roi",
    middlewares: [validateQuery(reportParams)],
  },
  {
    method: ["GET"],
    matcher: "/admin/ad-planning/dashboard/trends",
    middlewares: [validateQuery(AdminGetTrendsParams)],
  },
  {
    method: ["GET"],
    matcher: "/admin/ad-planning/dashboard/top-performers",
    middlewares: [validateQuery(AdminGetTopPerformersParams)],
  },
]
