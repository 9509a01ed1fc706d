import type { Resolution, UtmValues } from "../../types"
import { normaliseName } from "../text/normalise"
import { fitsPlatform, mayFitPlatform, type NetworkSignals } from "./networks"
import { couldRun, type Run } from "./run"

export interface CampaignCandidate extends Run {
  id: string
  /** In any words: `meta`, `TikTok Ads`. */
  platform: string
  external_id: string
  normalised_name: string
}

/** A campaign under a name that it had, on the days it is known to have had it. */
export interface FormerName extends CampaignCandidate {
  first_on: string | null
  last_on: string | null
}

/** What a person decided a utm value means. */
export interface AliasTarget {
  ad_campaign_id: string
  /** Null where the campaign is not known (any more). */
  platform: string | null
}

/** An ad or ad set of the host's socials module, which is Meta's. */
export interface AdObject {
  kind: "ad_set" | "ad"
  id: string
  ad_campaign_id: string
  ad_set_id: string | null
}

const AD_OBJECT_PLATFORM = "meta"
// What an imported campaign has for an id is made of its name, and names it no
// better.
const WITHOUT_ID = "name:"

export interface CampaignIndex {
  /** Under our id and under the platform's id. */
  byId: Map<string, CampaignCandidate[]>
  byName: Map<string, CampaignCandidate[]>
  byFormerName?: Map<string, FormerName[]>
  /** Under the host's id and under the platform's id. */
  byAdObjectId: Map<string, AdObject[]>
  /** By `aliasKey`. */
  aliases: Map<string, AliasTarget>
}

/** What of a touch decides its campaign. */
export type ResolvableTouch = NetworkSignals &
  Pick<UtmValues, "utm_campaign" | "utm_id" | "utm_content" | "utm_term"> & {
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
      .filter((id) => !id.startsWith(WITHOUT_ID))
      .flatMap((id) => index.byId.get(id) ?? [])
      .filter((campaign) => fitsPlatform(touch, campaign.platform))
      .map(({ id }) => id)
  )
  const objects = fitsPlatform(touch, AD_OBJECT_PLATFORM)
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

/**
 * The website's own aliases are above those of all websites. One of another
 * network's campaign is about other clicks, and none here.
 */
function matchAlias(
  touch: ResolvableTouch,
  index: CampaignIndex
): Resolution | null {
  const kinds = ["utm_id", "utm_campaign"] as const
  for (const website of distinct([touch.website_id ?? "", ""])) {
    const targets = kinds.flatMap((kind) => {
      const value = normaliseName(touch[kind] ?? "")
      return value === ""
        ? []
        : (index.aliases.get(aliasKey(kind, value, website)) ?? [])
    })
    const campaignIds = distinct(
      targets
        .filter(({ platform }) => mayFitPlatform(touch, platform ?? ""))
        .map((target) => target.ad_campaign_id)
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
  const fits = (campaign: CampaignCandidate) =>
    fitsPlatform(touch, campaign.platform) &&
    couldRun(campaign, touch.started_at)
  const named = (index.byName.get(name) ?? []).filter(fits)
  const formerly = (index.byFormerName?.get(name) ?? []).filter(fits)
  const then = formerly.filter((former) => wasNamed(former, touch.started_at))
  const candidates = [...named, ...then]
  const ids = distinct(
    (candidates.length > 0 ? candidates : formerly).map(({ id }) => id)
  )
  if (ids.length > 1) {
    return unresolved("ambiguous")
  }
  return ids[0] ? resolved(ids[0], "name") : null
}

/** Whether a campaign is known to have had its former name on this day (UTC). */
function wasNamed({ first_on, last_on }: FormerName, at: Date): boolean {
  const day = at.toISOString().slice(0, 10)
  return first_on !== null && day >= first_on && day <= (last_on ?? first_on)
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
