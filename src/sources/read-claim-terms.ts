import type { MedusaContainer } from "@medusajs/framework/types"
import { z } from "@medusajs/framework/zod"
import { isModulePresent } from "../lib/host-modules"
import {
  attributionWindow,
  includesViews,
  type ClaimTerms,
} from "../modules/ad-planning/utils/reports/claim-terms"
import { optionalText, readGraph } from "./graph"

const metadata = z.record(z.string(), z.unknown()).nullish().catch(null)
const campaignSchema = z.object({
  id: z.string(),
  ad_account_id: optionalText,
  metadata,
})
const accountSchema = z.object({
  id: z.string(),
  timezone_name: optionalText,
  metadata,
})

/**
 * By which rules the platform claims conversions of these campaigns, as the store's
 * `socials` module has it: of the campaign, else of its account. Campaigns that it
 * does not have are left out.
 */
export async function readClaimTerms(
  container: MedusaContainer,
  campaignIds: string[]
): Promise<Map<string, ClaimTerms>> {
  if (!isModulePresent("socials") || campaignIds.length === 0) {
    return new Map()
  }
  const campaigns = await readGraph(container, campaignSchema, {
    entity: "ad_campaign",
    fields: Object.keys(campaignSchema.shape),
    filters: { id: campaignIds },
  })
  const accountIds = new Set(campaigns.map((row) => row.ad_account_id))
  const accounts = await readGraph(container, accountSchema, {
    entity: "ad_account",
    fields: Object.keys(accountSchema.shape),
    filters: { id: [...accountIds].filter((id) => id !== null) },
  })
  return new Map(
    campaigns.map((campaign) => {
      const account = accounts.find(({ id }) => id === campaign.ad_account_id)
      const window =
        attributionWindow(campaign.metadata ?? null) ??
        attributionWindow(account?.metadata ?? null)
      return [
        campaign.id,
        {
          attribution_window: window,
          includes_view_through: includesViews(window),
          timezone: account?.timezone_name ?? null,
        },
      ]
    })
  )
}
