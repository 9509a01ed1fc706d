import type { Platform, Resolution, UtmValues } from "../../types"
import { normaliseName } from "../text/normalise"

export interface CampaignCandidate {
  id: string
  platform: string
  external_id: string
  normalised_name: string
  stopped_at: Date | null
}

/** An ad or ad set of the host's socials module, which is Meta's. */
export interface AdObject {
  kind: "ad_set" | "ad"
  id: string
  ad_campaign_id: string
  ad_set_id: string | null
}

const AD_OBJECT_PLATFORM = "meta"
const DAY_MS = 86_400_000

export interface CampaignIndex {
  /** Under our id and under the platform's id. */
  byId: Map<string, CampaignCandidate[]>
  byName: Map<string, CampaignCandidate[]>
  /** Under the host's id and under the platform's id. */
  byAdObjectId: Map<string, AdObject[]>
  /** Campaign ids by `aliasKey`. */
  aliases: Map<string, string>
}

/** What of a touch decides its campaign. */
export type ResolvableTouch = Pick<
  UtmValues,
  "utm_source" | "utm_campaign" | "utm_id" | "utm_content" | "utm_term"
> & {
  platform: Platform
  website_id: string | null
  claims_campaign: boolean
  started_at: Date
}

export function aliasKey(
  kind: "utm_campaign" | "utm_id",
  normalisedValue: string,
  websiteId: string
): string {
  return JSON.stringify([kind, normalisedValue, websiteId])
}

/**
 * The campaign a touch belongs to, by the first of these that names any: a
 * platform's own id, a reviewed alias, the exact normalised name. Two different
 * candidates on one rung mean `ambiguous`: never a guess, and no lower rung is
 * asked. A manual choice is above all of these and not made here.
 */
export function matchCampaign(
  touch: ResolvableTouch,
  index: CampaignIndex
): Resolution {
  if (!touch.claims_campaign) {
    return unresolved("not_claimed")
  }
  return (
    matchPlatformId(touch, index) ??
    matchAlias(touch, index) ??
    matchName(touch, index) ??
    unresolved("no_match")
  )
}

function matchPlatformId(
  touch: ResolvableTouch,
  index: CampaignIndex
): Resolution | null {
  const campaigns = distinct(
    values(touch.utm_id, touch.utm_campaign)
      .flatMap((id) => index.byId.get(id) ?? [])
      .filter((campaign) => isCompatible(touch, campaign.platform))
      .map(({ id }) => id)
  )
  const objects = isCompatible(touch, AD_OBJECT_PLATFORM)
    ? values(
        touch.utm_content,
        touch.utm_term,
        touch.utm_campaign,
        touch.utm_id
      ).flatMap((id) => index.byAdObjectId.get(id) ?? [])
    : []
  const owners = distinct([
    ...campaigns,
    ...objects.map((object) => object.ad_campaign_id),
  ])
  if (owners.length !== 1) {
    return owners.length ? unresolved("ambiguous") : null
  }
  const ads = objects.filter((object) => object.kind === "ad")
  const adSets = objects.filter((object) => object.kind === "ad_set")
  return {
    ...resolved(owners[0]!, "platform_id"),
    ad_id: only(ads.map((ad) => ad.id)),
    ad_set_id:
      only(ads.map((ad) => ad.ad_set_id)) ??
      only(adSets.map((adSet) => adSet.id)),
  }
}

/** The website's own aliases are above those of all websites. */
function matchAlias(
  touch: ResolvableTouch,
  index: CampaignIndex
): Resolution | null {
  const kinds = ["utm_id", "utm_campaign"] as const
  for (const website of distinct([touch.website_id ?? "", ""])) {
    const campaignIds = distinct(
      kinds.flatMap((kind) => {
        const value = normaliseName(touch[kind] ?? "")
        return value === ""
          ? []
          : (index.aliases.get(aliasKey(kind, value, website)) ?? [])
      })
    )
    if (campaignIds.length > 0) {
      return campaignIds.length === 1
        ? resolved(campaignIds[0]!, "alias")
        : unresolved("ambiguous")
    }
  }
  return null
}

function matchName(
  touch: ResolvableTouch,
  index: CampaignIndex
): Resolution | null {
  const name = normaliseName(touch.utm_campaign ?? "")
  if (name === "") {
    return null
  }
  const campaigns = (index.byName.get(name) ?? []).filter(
    (campaign) =>
      isCompatible(touch, campaign.platform) && wasRunning(touch, campaign)
  )
  if (campaigns.length > 1) {
    return unresolved("ambiguous")
  }
  return campaigns[0] ? resolved(campaigns[0].id, "name") : null
}

/**
 * A click from one ad network never counts for a campaign of another. Without
 * a source the touch may be anyone's.
 */
function isCompatible(touch: ResolvableTouch, campaignPlatform: string) {
  const network = ["meta", "google"].includes(campaignPlatform)
    ? campaignPlatform
    : "generic"
  const isUnknown = touch.platform === "generic" && touch.utm_source === null
  return isUnknown || touch.platform === network
}

/** To the end of the day it stopped: a click may come late. */
function wasRunning(touch: ResolvableTouch, campaign: CampaignCandidate) {
  return (
    campaign.stopped_at === null ||
    utcDay(touch.started_at) <= utcDay(campaign.stopped_at)
  )
}

/** Days since 1970: touches of one day are asked about together. */
function utcDay(instant: Date): number {
  return Math.floor(instant.getTime() / DAY_MS)
}

function values(...candidates: (string | null)[]): string[] {
  return distinct(candidates.filter((value) => value !== null && value !== ""))
}

function distinct(items: (string | null)[]): string[] {
  return [...new Set(items)] as string[]
}

/** The one value all of them have; null when they differ or are none. */
function only(items: (string | null)[]): string | null {
  const [value, ...others] = new Set(items)
  return others.length ? null : (value ?? null)
}

function resolved(
  campaignId: string,
  method: "platform_id" | "alias" | "name"
): Resolution {
  return {
    ad_campaign_id: campaignId,
    ad_set_id: null,
    ad_id: null,
    resolution_method: method,
    unresolved_reason: null,
  }
}

function unresolved(reason: Resolution["unresolved_reason"]): Resolution {
  return {
    ad_campaign_id: null,
    ad_set_id: null,
    ad_id: null,
    resolution_method: null,
    unresolved_reason: reason,
  }
}
