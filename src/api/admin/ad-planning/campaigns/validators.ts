import { z } from "@medusajs/framework/zod"
import { flag, listParams, oneOrMore } from "../../../utils/list-params"
import { CAMPAIGN_FIELDS } from "./query-config"

const id = z.string().min(1).max(512)

export const AdminGetCampaignsParams = listParams(
  {
    id: oneOrMore(id),
    platform: oneOrMore(id),
    external_id: oneOrMore(id),
    name: oneOrMore(id),
    status: oneOrMore(id),
    is_host_campaign: flag.optional(),
  },
  CAMPAIGN_FIELDS
)
export type AdminGetCampaignsParamsType = z.infer<
  typeof AdminGetCampaignsParams
>

const utm = z.string().min(1).max(255).optional()

export const AdminGetCampaignLinkParams = z.strictObject({
  url: z.string().min(1).max(2_048),
  utm_medium: utm,
  utm_content: utm,
  utm_term: utm,
})
export type AdminGetCampaignLinkParamsType = z.infer<
  typeof AdminGetCampaignLinkParams
>
