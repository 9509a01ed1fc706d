import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateQuery } from "../../../../utils/validate"
import { AdminGetFunnelParams } from "./validators"

export const adminFunnelMiddlewares: MiddlewareRoute[] = [
  "/admin/ad-planning/journey/funnel",
  "/admin/ad-planning/conversions/funnel",
].map((matcher) => ({
  method: ["GET"],
  matcher,
  middlewares: [validateQuery(AdminGetFunnelParams)],
}))
