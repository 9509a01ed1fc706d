import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateBody, validateQuery } from "../../../utils/validate"
import {
  AdminCreateGoal,
  AdminGetGoalParams,
  AdminGetGoalsParams,
  AdminTestGoal,
  AdminUpdateGoal,
} from "./validators"

export const adminGoalsMiddlewares: MiddlewareRoute[] = [
  {
    method: ["GET"],
    matcher: "/admin/ad-planning/goals",
    middlewares: [validateQuery(AdminGetGoalsParams)],
  },
  {
    method: ["POST"],
    matcher: "/admin/ad-planning/goals",
    middlewares: [validateBody(AdminCreateGoal)],
  },
  {
    method: ["GET"],
    matcher: "/admin/ad-planning/goals/:id",
    middlewares: [validateQuery(AdminGetGoalParams)],
  },
  {
    method: ["POST", "PUT"],
    matcher: "/admin/ad-planning/goals/:id",
    middlewares: [validateBody(AdminUpdateGoal)],
  },
  {
    method: ["POST"],
    matcher: "/admin/ad-planning/goals/:id/test",
    middlewares: [validateBody(AdminTestGoal)],
  },
]
