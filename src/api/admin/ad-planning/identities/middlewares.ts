import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateBody, validateQuery } from "../../../utils/validate"
import {
  AdminEmptyBody,
  AdminGetIdentitiesParams,
  AdminGetRefusedParams,
  AdminRefuseIdentity,
} from "./validators"

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
  {
    method: ["GET"],
    matcher: "/admin/ad-planning/identities/refused",
    middlewares: [validateQuery(AdminGetRefusedParams)],
  },
  {
    method: ["POST"],
    matcher: "/admin/ad-planning/identities/refuse",
    middlewares: [validateBody(AdminRefuseIdentity)],
  },
]
