import type { MiddlewareRoute } from "@medusajs/framework/http"
import { reportParams } from "../../../utils/report-params"
import { validateQuery } from "../../../utils/validate"

export const adminDashboardMiddlewares: MiddlewareRoute[] = [
  "/admin/ad-planning/dashboard/overview",
  "/admin/ad-planning/dashboard/roi",
].map((matcher) => ({
  method: ["GET"],
  matcher,
  middlewares: [validateQuery(reportParams)],
}))
