import type { IncomingMessage } from "node:http"
import type { MiddlewareRoute } from "@medusajs/framework/http"
import { raw } from "body-parser"
import { validateQuery } from "../../../utils/validate"
import { AdminGetSpendImportsParams, AdminSpendFileParams } from "./validators"

const SIZE_LIMIT = "20mb"
// Medusa reads these itself.
const PARSED =
  /^(?:application\/json|text\/plain|application\/x-www-form-urlencoded)/i

/** A file comes under its own type, or as a form. */
function isFile(req: IncomingMessage): boolean {
  return !PARSED.test(req.headers["content-type"] ?? "")
}

export const adminSpendMiddlewares: MiddlewareRoute[] = [
  ...["/import", "/import/preview"].map((path): MiddlewareRoute => ({
    method: ["POST"],
    matcher: `/admin/ad-planning/spend${path}`,
    bodyParser: { sizeLimit: SIZE_LIMIT },
    middlewares: [
      raw({ type: isFile, limit: SIZE_LIMIT }),
      validateQuery(AdminSpendFileParams),
    ],
  })),
  {
    method: ["GET"],
    matcher: "/admin/ad-planning/spend/imports",
    middlewares: [validateQuery(AdminGetSpendImportsParams)],
  },
]
