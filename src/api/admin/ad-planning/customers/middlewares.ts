import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateBody, validateQuery } from "../../../utils/validate"
import {
  AdminErasePerson,
  AdminExplainChurn,
  AdminGetCustomersParams,
  AdminGetInteractionsParams,
  AdminGetProfileParams,
  AdminGetRankedCustomersParams,
  AdminMergePersons,
  AdminUnmergePerson,
} from "./validators"

export const adminCustomersMiddlewares: MiddlewareRoute[] = [
  {
    method: ["GET"],
    matcher: "/admin/ad-planning/customers",
    middlewares: [validateQuery(AdminGetCustomersParams)],
  },
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
  ...(
    [
      ["at-risk", AdminGetRankedCustomersParams],
      ["top-engaged", AdminGetRankedCustomersParams],
      [":id/profile", AdminGetProfileParams],
      [":id/interactions", AdminGetInteractionsParams],
    ] as const
  ).map(([path, params]) => ({
    method: ["GET" as const],
    matcher: `/admin/ad-planning/customers/${path}`,
    middlewares: [validateQuery(params)],
  })),
  {
    method: ["POST"],
    matcher: "/admin/ad-planning/customers/:id/erase",
    middlewares: [validateBody(AdminErasePerson)],
  },
  {
    method: ["POST"],
    matcher: "/admin/ad-planning/customers/:id/churn-explanation",
    middlewares: [validateBody(AdminExplainChurn)],
  },
]
