import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateBody, validateQuery } from "../../../utils/validate"
import {
  AdminCreateNpsAnswer,
  AdminCreateNpsLink,
  AdminGetNpsBreakdownParams,
  AdminGetNpsBySegmentParams,
  AdminGetNpsScoreParams,
  AdminGetNpsTrendsParams,
} from "./validators"

const NPS = "/admin/ad-planning/nps"

export const adminNpsMiddlewares: MiddlewareRoute[] = [
  ...(
    [
      ["score", AdminGetNpsScoreParams],
      ["trends", AdminGetNpsTrendsParams],
      ["breakdown", AdminGetNpsBreakdownParams],
      ["by-segment", AdminGetNpsBySegmentParams],
    ] as const
  ).map(([path, params]) => ({
    method: ["GET" as const],
    matcher: `${NPS}/${path}`,
    middlewares: [validateQuery(params)],
  })),
  {
    method: ["POST"],
    matcher: `${NPS}/answers`,
    middlewares: [validateBody(AdminCreateNpsAnswer)],
  },
  {
    method: ["POST"],
    matcher: `${NPS}/links`,
    middlewares: [validateBody(AdminCreateNpsLink)],
  },
]
