import type { MedusaContainer } from "@medusajs/framework/types"
import { z } from "@medusajs/framework/zod"
import type {
  CampaignFact,
  CampaignMetricFact,
} from "../modules/ad-planning/types"
import type { AdObject } from "../modules/ad-planning/utils/attribution-resolver"
import { normaliseName } from "../modules/ad-planning/utils/text/normalise"
import { optionalDate, optionalText, readGraph } from "./graph"
import { toDecimal } from "./to-decimal"

const campaignSchema = z.object({
  id: z.string(),
  meta_campaign_id: z.string(),
  name: z.string(),
  status: optionalText,
  start_time: optionalDate,
  stop_time: optionalDate,
  ad_account_id: optionalText,
})
const accountSchema = z.object({ id: z.string(), currency: optionalText })
const decimal = z.unknown().transform(toDecimal)

const insightSchema = z.object({
  id: z.string(),
  campaign_id: optionalText,
  meta_campaign_id: optionalText,
  date_start: z.coerce.date(),
  currency: optionalText,
  spend: decimal,
  impressions: decimal,
  clicks: decimal,
  conversions: z
    .unknown()
    .transform((value) =>
      value === null || value === undefined ? null : toDecimal(value)
    ),
  updated_at: z.coerce.date(),
})

/** Everything in `ad_insights` that is a cut of the same money. */
const BREAKDOWNS = [
  "age",
  "gender",
  "country",
  "region",
  "platform_position",
  "publisher_platform",
  "device_platform",
]

/** One campaign's own day: no other level, no longer span, no breakdown. */
export const DAILY_CAMPAIGN_INSIGHTS = {
  level: "campaign",
  time_increment: "1",
  ...Object.fromEntries(BREAKDOWNS.map((column) => [column, null])),
}

/** Campaigns of the host's socials module, as facts. */
export async function readCampaigns(
  container: MedusaContainer,
  filters: { id: string[] } | { meta_campaign_id: string[] }
): Promise<CampaignFact[]> {
  const campaigns = await readGraph(container, campaignSchema, {
    entity: "ad_campaign",
    fields: Object.keys(campaignSchema.shape),
    filters,
  })
  const currencies = await accountCurrencies(
    container,
    campaigns.map((campaign) => campaign.ad_account_id)
  )
  return campaigns.map((campaign) => ({
    id: campaign.id,
    platform: "meta",
    external_id: campaign.meta_campaign_id,
    name: campaign.name,
    normalised_name: normaliseName(campaign.name),
    status: campaign.status,
    started_at: campaign.start_time,
    stopped_at: campaign.stop_time,
    currency: currencies.get(campaign.ad_account_id ?? "") ?? null,
    account_id: campaign.ad_account_id,
    is_host_campaign: true,
  }))
}

async function accountCurrencies(
  container: MedusaContainer,
  accountIds: (string | null)[]
): Promise<Map<string, string>> {
  const ids = [...new Set(accountIds)].filter((id) => id !== null)
  if (ids.length === 0) {
    return new Map()
  }
  const accounts = await readGraph(container, accountSchema, {
    entity: "ad_account",
    fields: ["id", "currency"],
    filters: { id: ids },
  })
  return new Map(
    accounts.flatMap(({ id, currency }) =>
      currency ? [[id, currency.toLowerCase()] as const] : []
    )
  )
}

/**
 * Daily campaign insights as facts, one per campaign, day and currency: the row
 * written last counts. Rows are named by our campaign id where the host linked
 * them, else by the platform's own id.
 *
 * @returns the facts, and the insights whose campaign the host does not have
 */
export async function readInsights(
  container: MedusaContainer,
  ids: string[]
): Promise<{ facts: CampaignMetricFact[]; orphans: string[] }> {
  const rows = await readGraph(container, insightSchema, {
    entity: "ad_insights",
    fields: Object.keys(insightSchema.shape),
    filters: { id: ids, ...DAILY_CAMPAIGN_INSIGHTS },
  })
  const campaigns = await campaignsOf(container, rows)
  const facts = new Map<string, CampaignMetricFact>()
  const orphans: string[] = []
  for (const row of rows.toSorted((a, b) => +a.updated_at - +b.updated_at)) {
    const campaign = campaigns.get(
      row.campaign_id ?? row.meta_campaign_id ?? ""
    )
    const currency = row.currency?.toLowerCase() ?? campaign?.currency
    if (!campaign?.id || !currency) {
      orphans.push(row.id)
      continue
    }
    const date = row.date_start.toISOString().slice(0, 10)
    facts.set(`${campaign.id}|${date}|${currency}`, {
      ad_campaign_id: campaign.id,
      date,
      currency,
      spend: row.spend,
      impressions: row.impressions,
      clicks: row.clicks,
      claimed_conversions: row.conversions,
      claimed_value: null,
    })
  }
  return { facts: [...facts.values()], orphans }
}

async function campaignsOf(
  container: MedusaContainer,
  rows: { campaign_id: string | null; meta_campaign_id: string | null }[]
): Promise<Map<string, CampaignFact>> {
  const ids = rows.flatMap((row) => row.campaign_id ?? [])
  const metaIds = rows
    .filter((row) => row.campaign_id === null)
    .flatMap((row) => row.meta_campaign_id ?? [])
  const campaigns = [
    ...(ids.length ? await readCampaigns(container, { id: ids }) : []),
    ...(metaIds.length
      ? await readCampaigns(container, { meta_campaign_id: metaIds })
      : []),
  ]
  return new Map(
    campaigns.flatMap((campaign) => [
      [`${campaign.id}`, campaign] as const,
      [campaign.external_id, campaign] as const,
    ])
  )
}

const adSetSchema = z.object({
  id: z.string(),
  meta_adset_id: z.string(),
  campaign_id: optionalText,
  name: optionalText,
})
const adSchema = z.object({
  id: z.string(),
  meta_ad_id: z.string(),
  ad_set_id: optionalText,
  name: optionalText,
})

export interface NamedAdObject extends AdObject {
  name: string | null
}

/** Ads and ad sets that these values name, by our or by Meta's id. */
export async function readAdObjects(
  container: MedusaContainer,
  ids: string[]
): Promise<Map<string, NamedAdObject[]>> {
  const found = new Map<string, NamedAdObject[]>()
  const add = (key: string, object: NamedAdObject) =>
    found.set(key, [...(found.get(key) ?? []), object])
  const ads = await readGraph(container, adSchema, {
    entity: "ad",
    fields: Object.keys(adSchema.shape),
    filters: { $or: [{ id: ids }, { meta_ad_id: ids }] },
  })
  const parents = ads.flatMap((ad) => ad.ad_set_id ?? [])
  const adSets = await readGraph(container, adSetSchema, {
    entity: "ad_set",
    fields: Object.keys(adSetSchema.shape),
    filters: { $or: [{ id: [...ids, ...parents] }, { meta_adset_id: ids }] },
  })
  for (const adSet of adSets) {
    if (adSet.campaign_id) {
      const object: NamedAdObject = {
        kind: "ad_set",
        id: adSet.id,
        ad_campaign_id: adSet.campaign_id,
        ad_set_id: adSet.id,
        name: adSet.name,
      }
      add(adSet.id, object)
      add(adSet.meta_adset_id, object)
    }
  }
  for (const ad of ads) {
    const campaignId = adSets.find(({ id }) => id === ad.ad_set_id)?.campaign_id
    if (campaignId) {
      const object: NamedAdObject = {
        kind: "ad",
        id: ad.id,
        ad_campaign_id: campaignId,
        ad_set_id: ad.ad_set_id,
        name: ad.name,
      }
      add(ad.id, object)
      add(ad.meta_ad_id, object)
    }
  }
  return found
}
