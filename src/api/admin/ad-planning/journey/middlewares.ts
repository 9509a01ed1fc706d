import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateQuery } from "../../../utils/validate"
import { AdminGetPersonJourneysParams } from "./validators"

export const adminJourneyMiddlewares: MiddlewareRoute[] = [
  {
    method: ["GET"],
    matcher: "/admin/ad-planning/journey/person/:id",
    middlewares: [validateQuery(AdminGetPersonJourneysParams)],
  },
]
