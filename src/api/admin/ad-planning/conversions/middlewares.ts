import type { MiddlewareRoute } from "@medusajs/framework/http"
import { rejectUnknownSegment } from "../../../utils/known-segment"
import { validateBody, validateQuery } from "../../../utils/validate"
import {
  AdminCreateConversion,
  AdminGetConversionParams,
  AdminGetConversionsParams,
  AdminGetConversionStatsParams,
} from "./validators"

// `:id` would take in what has a path and parameters of its own.
const ONE_CONVERSION =
  /^\/admin\/ad-planning\/conversions\/(?!(?:stats|funnel)\/?$)[^/]+\/?$/

export const adminConversionsMiddlewares: MiddlewareRoute[] = [
  {
    method: ["GET"],
    matcher: "/admin/ad-planning/conversions",
    middlewares: [validateQuery(AdminGetConversionsParams)],
  },
  {
    method: ["POST"],
    matcher: "/admin/ad-planning/conversions",
    bodyParser: { sizeLimit: "32kb" },
    middlewares: [validateBody(AdminCreateConversion)],
  },
  {
    method: ["GET"],
    matcher: "/admin/ad-planning/conversions/stats",
    middlewares: [
      validateQuery(AdminGetConversionStatsParams),
      rejectUnknownSegment,
    ],
  },
  {
    method: ["GET"],
    matcher: ONE_CONVERSION,
    middlewares: [validateQuery(AdminGetConversionParams)],
  },
]
