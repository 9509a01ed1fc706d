import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateQuery } from "../../../utils/validate"
import { AdminGetPixelParams } from "./validators"

export const adminPixelMiddlewares: MiddlewareRoute[] = [
  {
    method: ["GET"],
    matcher: "/admin/ad-planning/pixel",
    middlewares: [validateQuery(AdminGetPixelParams)],
  },
]
