import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateBody } from "../../../utils/validate"
import { AdminMergePersons, AdminUnmergePerson } from "./validators"

export const adminCustomersMiddlewares: MiddlewareRoute[] = [
  {
    method: ["POST"],
    matcher: "/admin/ad-planning/customers/:id/merge",
    middlewares: [validateBody(AdminMergePersons)],
  },
  {
    method: ["POST"],
    matcher: "/admin/ad-planning/customers/:id/unmerge",
    middlewares: [validateBody(AdminUnmergePerson)],
  },
]
