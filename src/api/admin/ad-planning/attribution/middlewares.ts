import type { MiddlewareRoute } from "@medusajs/framework/http"
import { rejectUnknownSegment } from "../../../utils/known-segment"
import { validateBody, validateQuery } from "../../../utils/validate"
import { AdminGetAliasesParams, AdminSettleAlias } from "./aliases/validators"
import {
  AdminAssignConversion,
  AdminBulkResolveAttributions,
  AdminGetAttributionChangesParams,
  AdminGetAttributionCompareParams,
  AdminGetAttributionsParams,
  AdminGetAttributionStatsParams,
  AdminGetClaimedParams,
  AdminGetCohortsParams,
  AdminGetExplanationParams,
  AdminGetTrainedAttributionParams,
  AdminGetUnresolvedValuesParams,
  AdminResolveAttribution,
} from "./validators"

export const adminAttributionMiddlewares: MiddlewareRoute[] = [
  {
    method: ["GET"],
    matcher: "/admin/ad-planning/attribution",
    middlewares: [validateQuery(AdminGetAttributionsParams)],
  },
  {
    method: ["GET"],
    matcher: "/admin/ad-planning/attribution/stats",
    middlewares: [validateQuery(AdminGetAttributionStatsParams)],
  },
  {
    method: ["GET"],
    matcher: "/admin/ad-planning/attribution/claimed",
    middlewares: [validateQuery(AdminGetClaimedParams)],
  },
  {
    method: ["GET"],
    matcher: "/admin/ad-planning/attribution/cohorts",
    middlewares: [validateQuery(AdminGetCohortsParams), rejectUnknownSegment],
  },
  {
    method: ["GET"],
    matcher: "/admin/ad-planning/attribution/compare",
    middlewares: [validateQuery(AdminGetAttributionCompareParams)],
  },
  {
    method: ["GET"],
    matcher: "/admin/ad-planning/attribution/data-driven",
    middlewares: [validateQuery(AdminGetTrainedAttributionParams)],
  },
  {
    method: ["GET"],
    matcher: "/admin/ad-planning/attribution/changes",
    middlewares: [validateQuery(AdminGetAttributionChangesParams)],
  },
  {
    method: ["GET"],
    matcher: "/admin/ad-planning/attribution/unresolved",
    middlewares: [validateQuery(AdminGetUnresolvedValuesParams)],
  },
  {
    method: ["POST"],
    matcher: "/admin/ad-planning/attribution/resolve",
    middlewares: [validateBody(AdminResolveAttribution)],
  },
  {
    method: ["GET"],
    matcher: "/admin/ad-planning/attribution/aliases",
    middlewares: [validateQuery(AdminGetAliasesParams)],
  },
  {
    method: ["POST"],
    matcher: "/admin/ad-planning/attribution/aliases",
    middlewares: [validateBody(AdminSettleAlias)],
  },
  {
    method: ["GET"],
    matcher: "/admin/ad-planning/attribution/conversions/:id",
    middlewares: [validateQuery(AdminGetExplanationParams)],
  },
  {
    method: ["POST"],
    matcher: "/admin/ad-planning/attribution/conversions/:id",
    middlewares: [validateBody(AdminAssignConversion)],
  },
  {
    method: ["POST"],
    matcher: "/admin/ad-planning/attribution/bulk-resolve",
    middlewares: [validateBody(AdminBulkResolveAttributions)],
  },
]
