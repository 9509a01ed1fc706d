import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateBody, validateQuery } from "../../../utils/validate"
import { AdminEmptyBody, AdminGetIdentitiesParams } from "./validators"

export const adminIdentitiesMiddlewares: MiddlewareRoute[] = [
  {
    method: ["GET"],
    matcher: "/admin/ad-planning/identities",
    middlewares: [validateQuery(AdminGetIdentitiesParams)],
  },
  {
    method: ["POST"],
    matcher: "/admin/ad-planning/identities/:id/restore",
    middlewares: [validateBody(AdminEmptyBody)],
  },
]
