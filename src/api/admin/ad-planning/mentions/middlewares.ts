import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateBody } from "../../../utils/validate"
import { AdminCreateMention } from "./validators"

export const adminMentionsMiddlewares: MiddlewareRoute[] = [
  {
    method: ["POST"],
    matcher: "/admin/ad-planning/mentions",
    bodyParser: { sizeLimit: "32kb" },
    middlewares: [validateBody(AdminCreateMention)],
  },
]
