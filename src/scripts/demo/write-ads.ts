import type { MedusaContainer } from "@medusajs/framework/types"
import { SOCIALS_MODULE } from "../../host-modules/socials"
import type SocialsService from "../../host-modules/socials/service"
import { inChunks } from "../../lib/in-chunks"
import { AD_PLANNING_MODULE } from "../../modules/ad-planning"
import type AdPlanningService from "../../modules/ad-planning/service"
import { normaliseName } from "../../modules/ad-planning/utils/text/normalise"
import {
  adIdOf,
  adSetIdOf,
  DEMO_CAMPAIGNS,
  type DemoCampaign,
} from "./campaigns"
import { dailyBudgets } from "./daily-budgets"
import type { CampaignDay } from "./plan-spend"
import type { DemoPeriod } from "./visits"
import { quietly } from "./quietly"
import { asOf } from "./write-orders"

const INSIGHT_CHUNKS = { size: 500 }
const META_ACCOUNT = "act_120210000000000001"
const GOOGLE_ACCOUNT = "synthetic-google-account"
const AGES = ["18-34", "35-54", "55+"]
const AGE_BREAKDOWN_DAYS = 28
const SYNTHETIC = { metadata: { synthetic: true } }

const META_CAMPAIGNS = DEMO_CAMPAIGNS.filter(
  ({ platform }) => platform === "meta"
)
const GOOGLE_CAMPAIGNS = DEMO_CAMPAIGNS.filter(
  ({ platform }) => platform === "google"
)

/** The Meta-like campaigns, as the host's own sync would have left them. */
export async function writeMetaAds(
  container: MedusaContainer,
  days: readonly CampaignDay[],
  period: DemoPeriod,
  advance: (rows: number) => void
): Promise<number> {
  const socials = container.resolve<SocialsService>(SOCIALS_MODULE)
  const budgets = dailyBudgets(days)
  const objects = await quietly(container, async (context) => {
    const since = asOf(period.from)
    const [account] = await socials.createAdAccounts(
      [
        {
          meta_account_id: META_ACCOUNT,
          name: "Online Retail demo (synthetic)",
          status: "ACTIVE",
          currency: "GBP",
          timezone_name: "Europe/London",
          ...SYNTHETIC,
          ...since,
        },
      ],
      context
    )
    const campaigns = await socials.createAdCampaigns(
      META_CAMPAIGNS.map((campaign) => ({
        meta_campaign_id: campaign.externalId,
        ad_account_id: account!.id,
        name: campaign.name,
        objective: campaign.objective,
        status: campaign.isPaused ? ("PAUSED" as const) : ("ACTIVE" as const),
        start_time: period.from,
        daily_budget: budgets.get(campaign.externalId),
        ...lifetime(days.filter((day) => day.campaign === campaign)),
        ...SYNTHETIC,
        ...since,
      })),
      context
    )
    const adSets = await socials.createAdSets(
      META_CAMPAIGNS.map((campaign, index) => ({
        meta_adset_id: adSetIdOf(campaign),
        campaign_id: campaigns[index]!.id,
        name: `${campaign.name} - UK, 25-65`,
        status: "ACTIVE",
        start_time: period.from,
        ...SYNTHETIC,
        ...since,
      })),
      context
    )
    await socials.createAds(
      META_CAMPAIGNS.map((campaign, index) => ({
        meta_ad_id: adIdOf(campaign),
        ad_set_id: adSets[index]!.id,
        name: `${campaign.name} - picture 1`,
        status: "ACTIVE",
        ...SYNTHETIC,
        ...since,
      })),
      context
    )
    return META_CAMPAIGNS.map((campaign, index) => ({
      campaign,
      accountId: account!.id,
      campaignId: campaigns[index]!.id,
      adSetId: adSets[index]!.id,
    }))
  })
  const rows = insightRows(days, objects)
  await inChunks(rows, INSIGHT_CHUNKS, (chunk) =>
    quietly(container, async (context) => {
      await socials.createAdInsights(chunk, context)
      advance(chunk.length)
    })
  )
  return rows.length
}

interface MetaObjects {
  campaign: DemoCampaign
  accountId: string
  campaignId: string
  adSetId: string
}

function insightRows(
  days: readonly CampaignDay[],
  objects: readonly MetaObjects[]
) {
  const byCampaign = new Map(objects.map((each) => [each.campaign, each]))
  const meta = days.flatMap((day) => {
    const ids = byCampaign.get(day.campaign)
    return ids ? [{ day, ids }] : []
  })
  const first = objects[0]!
  const aged = meta
    .filter(({ ids }) => ids === first)
    .slice(-AGE_BREAKDOWN_DAYS)
  return [
    ...meta.map(({ day, ids }) => insightRow(day, { level: "campaign", ids })),
    // The same money again, as the platform cuts it: none of it may be counted.
    ...meta.map(({ day, ids }) => insightRow(day, { level: "adset", ids })),
    ...accountDays(meta.map(({ day }) => day)).map((day) =>
      insightRow(day, { level: "account", ids: first })
    ),
    ...aged.flatMap(({ day, ids }) =>
      AGES.map((age) => ({
        ...insightRow(ageGroupDay(day), { level: "campaign", ids }),
        age,
      }))
    ),
  ]
}

function insightRow(
  day: CampaignDay,
  { level, ids }: { level: "account" | "campaign" | "adset"; ids: MetaObjects }
) {
  const date = new Date(day.day)
  const isOfCampaign = level !== "account"
  return {
    level,
    date_start: date,
    date_stop: date,
    time_increment: "1",
    ad_account_id: ids.accountId,
    meta_account_id: META_ACCOUNT,
    campaign_id: isOfCampaign ? ids.campaignId : null,
    meta_campaign_id: isOfCampaign ? ids.campaign.externalId : null,
    adset_id: level === "adset" ? ids.adSetId : null,
    meta_adset_id: level === "adset" ? adSetIdOf(ids.campaign) : null,
    spend: day.pence / 100,
    currency: "GBP",
    impressions: day.impressions,
    reach: Math.round(day.impressions * 0.8),
    clicks: day.clicks,
    conversions: day.conversions,
    ...SYNTHETIC,
    ...asOf(date),
  }
}

function lifetime(days: readonly CampaignDay[]) {
  const { pence, impressions, clicks } = sum(days)
  return { spend: pence / 100, impressions, clicks }
}

function accountDays(days: readonly CampaignDay[]): CampaignDay[] {
  const byDay = new Map<string, CampaignDay[]>()
  for (const day of days) {
    byDay.set(day.day, [...(byDay.get(day.day) ?? []), day])
  }
  return [...byDay.values()].map(sum)
}

function sum(days: readonly CampaignDay[]): CampaignDay {
  const add = (key: "pence" | "impressions" | "clicks" | "conversions") =>
    days.reduce((total, day) => total + day[key], 0)
  return {
    ...days[0]!,
    pence: add("pence"),
    impressions: add("impressions"),
    clicks: add("clicks"),
    conversions: add("conversions"),
  }
}

/** One age group's part: they are all alike. */
function ageGroupDay(day: CampaignDay): CampaignDay {
  return {
    ...day,
    pence: partOf(day.pence),
    impressions: partOf(day.impressions),
    clicks: partOf(day.clicks),
    conversions: partOf(day.conversions),
  }
}

function partOf(value: number): number {
  return Math.round(value / AGES.length)
}

/** The Google-like campaigns: hosts have no sync for them, we keep them. */
export async function writeGoogleAds(
  container: MedusaContainer,
  days: readonly CampaignDay[],
  period: DemoPeriod
): Promise<number> {
  const service = container.resolve<AdPlanningService>(AD_PLANNING_MODULE)
  const { campaigns } = await service.campaigns.syncCampaigns(
    GOOGLE_CAMPAIGNS.map((campaign) => ({
      id: null,
      platform: campaign.platform,
      external_id: campaign.externalId,
      name: campaign.name,
      normalised_name: normaliseName(campaign.name),
      status: "ENABLED",
      started_at: period.from,
      stopped_at: null,
      currency: "gbp",
      account_id: GOOGLE_ACCOUNT,
      is_host_campaign: false,
    }))
  )
  const ids = new Map(campaigns.map((row) => [row.external_id, row.id]))
  const facts = days.flatMap((day) => {
    const id = ids.get(day.campaign.externalId)
    return id ? [metricFact(id, day)] : []
  })
  return await service.campaigns.syncCampaignMetrics(facts)
}

function metricFact(campaignId: string, day: CampaignDay) {
  return {
    ad_campaign_id: campaignId,
    date: day.day,
    currency: "gbp",
    spend: (day.pence / 100).toFixed(2),
    impressions: `${day.impressions}`,
    clicks: `${day.clicks}`,
    claimed_conversions: `${day.conversions}`,
    claimed_value: (day.valuePence / 100).toFixed(2),
  }
}
