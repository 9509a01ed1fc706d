import type { MiddlewareRoute } from "@medusajs/framework/http"

import { SOCIALS_MODULE } from "../../../host-modules/socials"
import { isStandIn } from "../../../lib/host-modules"
import { validateBody, validateQuery } from "../../utils/validate"
import { AdminCreateLead, AdminGetLeadsParams } from "./leads/validators"

const PATH = "/admin/socials/leads"

/** None in a host with socials of its own: they would run on its routes. */
export const adminSocialsMiddlewares: MiddlewareRoute[] = isStandIn(
  SOCIALS_MODULE
)
  ? [
      {
        method: ["GET"],
        matcher: PATH,
        middlewares: [validateQuery(AdminGetLeadsParams)],
      },
      {
        method: ["POST"],
        matcher: PATH,
        middlewares: [validateBody(AdminCreateLead)],
      },
    ]
  : []
