import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateBody, validateQuery } from "../../../utils/validate"
import {
  AdminAddCampaignSpend,
  AdminCreateCampaign,
  AdminGetCampaignLinkParams,
  AdminGetCampaignsParams,
  AdminMergeCampaign,
  AdminUpdateCampaign,
} from "./validators"

export const adminCampaignMiddlewares: MiddlewareRoute[] = [
  {
    method: ["GET"],
    matcher: "/admin/ad-planning/campaigns",
    middlewares: [validateQuery(AdminGetCampaignsParams)],
  },
  {
    method: ["POST"],
    matcher: "/admin/ad-planning/campaigns",
    middlewares: [validateBody(AdminCreateCampaign)],
  },
  {
    method: ["POST"],
    matcher: "/admin/ad-planning/campaigns/:id",
    middlewares: [validateBody(AdminUpdateCampaign)],
  },
  {
    method: ["POST"],
    matcher: "/admin/ad-planning/campaigns/:id/merge",
    middlewares: [validateBody(AdminMergeCampaign)],
  },
  {
    method: ["POST"],
    matcher: "/admin/ad-planning/campaigns/:id/spend",
    middlewares: [validateBody(AdminAddCampaignSpend)],
  },
  {
    method: ["GET"],
    matcher: "/admin/ad-planning/campaigns/:id/link",
    middlewares: [validateQuery(AdminGetCampaignLinkParams)],
  },
]
