import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateQuery } from "../../../utils/validate"
import {
  AdminGetConversionParams,
  AdminGetConversionsParams,
} from "./validators"

export const adminConversionsMiddlewares: MiddlewareRoute[] = [
  {
    method: ["GET"],
    matcher: "/admin/ad-planning/conversions",
    middlewares: [validateQuery(AdminGetConversionsParams)],
  },
  {
    method: ["GET"],
    matcher: "/admin/ad-planning/conversions/:id",
    middlewares: [validateQuery(AdminGetConversionParams)],
  },
]
