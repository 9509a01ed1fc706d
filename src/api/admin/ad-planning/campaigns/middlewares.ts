import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateQuery } from "../../../utils/validate"
import {
  AdminGetCampaignLinkParams,
  AdminGetCampaignsParams,
} from "./validators"

export const adminCampaignMiddlewares: MiddlewareRoute[] = [
  {
    method: ["GET"],
    matcher: "/admin/ad-planning/campaigns",
    middlewares: [validateQuery(AdminGetCampaignsParams)],
  },
  {
    method: ["GET"],
    matcher: "/admin/ad-planning/campaigns/:id/link",
    middlewares: [validateQuery(AdminGetCampaignLinkParams)],
  },
]
