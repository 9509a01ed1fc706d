import type { MiddlewareRoute } from "@medusajs/framework/http"
import { rejectUnknownSegment } from "../../../utils/known-segment"
import { validateQuery } from "../../../utils/validate"
import { AdminGetDropoffParams } from "./dropoff/validators"
import { AdminGetFirstPurchaseParams } from "./first-purchase/validators"
import { AdminGetFunnelParams } from "./funnel/validators"
import { AdminGetPathsParams } from "./paths/validators"
import { AdminGetPersonJourneysParams } from "./validators"

export const adminJourneyMiddlewares: MiddlewareRoute[] = (
  [
    ["journey/person/:id", AdminGetPersonJourneysParams],
    ["journey/funnel", AdminGetFunnelParams],
    ["conversions/funnel", AdminGetFunnelParams],
    ["journey/dropoff", AdminGetDropoffParams],
    ["journey/first-purchase", AdminGetFirstPurchaseParams],
    ["journey/paths", AdminGetPathsParams],
  ] as const
).map(([path, params]) => ({
  method: ["GET"],
  matcher: `/admin/ad-planning/${path}`,
  middlewares: [validateQuery(params), rejectUnknownSegment],
}))
