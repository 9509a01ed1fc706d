import type { MiddlewareRoute } from "@medusajs/framework/http"
import { text } from "body-parser"
import { validateQuery } from "../../../utils/validate"
import { AdminImportSpendParams } from "./import/read-rows"

const SIZE_LIMIT = "4mb"

export const adminSpendMiddlewares: MiddlewareRoute[] = [
  {
    method: ["POST"],
    matcher: "/admin/ad-planning/spend/import",
    bodyParser: { sizeLimit: SIZE_LIMIT },
    middlewares: [
      // Medusa reads JSON and text/plain; a CSV comes under its own type.
      text({ type: ["text/csv", "application/csv"], limit: SIZE_LIMIT }),
      validateQuery(AdminImportSpendParams),
    ],
  },
]
