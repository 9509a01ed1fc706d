import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateBody, validateQuery } from "../../../utils/validate"
import {
  AdminCancelBackfill,
  AdminCreateBackfill,
  AdminGetBackfillsParams,
} from "./validators"

export const adminBackfillMiddlewares: MiddlewareRoute[] = [
  {
    method: ["GET"],
    matcher: "/admin/ad-planning/backfill",
    middlewares: [validateQuery(AdminGetBackfillsParams)],
  },
  {
    method: ["POST"],
    matcher: "/admin/ad-planning/backfill",
    middlewares: [validateBody(AdminCreateBackfill)],
  },
  {
    method: ["POST"],
    matcher: "/admin/ad-planning/backfill/:id/cancel",
    middlewares: [validateBody(AdminCancelBackfill)],
  },
]
