import { adIdOf, adSetIdOf, type DemoCampaign } from "./campaigns"
import type { Random } from "./random"

export type UtmKey =
  "utm_source" | "utm_medium" | "utm_campaign" | "utm_term" | "utm_content"

/** How a visitor came: what the tracker would see on the landing page. */
export interface Arrival {
  utm: Partial<Record<UtmKey, string>>
  /** Parameters that a session row has no column for. */
  query: Partial<Record<"utm_id" | "gclid" | "fbclid", string>>
  referrer: string | null
  /** The campaign whose ad was clicked, and paid. */
  ad: DemoCampaign | null
  /** Whether the parameters name that campaign beyond doubt. */
  namesCampaign: boolean
}

export const DIRECT: Arrival = {
  utm: {},
  query: {},
  referrer: null,
  ad: null,
  namesCampaign: false,
}

export const PAYMENT_RETURN: Arrival = {
  ...DIRECT,
  referrer: "https://checkout.stripe.com/",
}

/** Whether it is marketing at all: neither direct nor back from paying. */
export function isTouch({ utm, query, referrer }: Arrival): boolean {
  return (
    Object.keys(utm).length > 0 ||
    Object.keys(query).length > 0 ||
    (referrer !== null && referrer !== PAYMENT_RETURN.referrer)
  )
}

/** Half of the tagged clicks also carry the platform's click id. */
const CLICK_ID_CHANCE = 0.5

type Wording = "name" | "spelling" | "id" | "misspelled" | "ambiguous" | "click"

const WORDINGS: readonly [Wording, number][] = [
  ["name", 38],
  ["spelling", 24],
  ["id", 22],
  ["misspelled", 8],
  ["click", 8],
]
/** An equal name says nothing on the same platform; there only ids do. */
const NAMESAKE_WORDINGS: Record<string, readonly [Wording, number][]> = {
  "same platform": [
    ["id", 75],
    ["ambiguous", 18],
    ["click", 7],
  ],
  "other platform": [
    ["name", 40],
    ["spelling", 15],
    ["id", 20],
    ["ambiguous", 15],
    ["click", 10],
  ],
}

/** A click on an ad, worded as people and tools word such links. */
export function adClick(random: Random, campaign: DemoCampaign): Arrival {
  const wordings = NAMESAKE_WORDINGS[campaign.namesake ?? ""] ?? WORDINGS
  const wording = random.weighted(wordings)
  const click = clickId(random, campaign)
  const tags = trafficTags(random, campaign)
  const base = {
    query: random.chance(CLICK_ID_CHANCE) ? click : {},
    referrer: tags.referrer,
    ad: campaign,
    namesCampaign: true,
  }
  switch (wording) {
    case "name":
      return { ...base, utm: { ...tags.utm, utm_campaign: campaign.name } }
    case "spelling": {
      const spelling = random.pick(SPELLINGS)
      return {
        ...base,
        utm: { ...tags.utm, utm_campaign: spelling(campaign.name) },
      }
    }
    case "id":
      return { ...base, ...byId(random, campaign, tags.utm, base.query) }
    case "misspelled":
      return {
        ...base,
        utm: { ...tags.utm, utm_campaign: misspelled(campaign.name) },
        namesCampaign: false,
      }
    case "ambiguous":
      return ambiguous(campaign, tags)
    case "click":
      return { ...base, utm: {}, query: click, namesCampaign: false }
  }
}

/** What normalising must find equal to the name. */
const SPELLINGS: readonly ((name: string) => string)[] = [
  (name) => name.toLowerCase().replaceAll(" ", "_"),
  (name) => name.replaceAll(" ", "%20"),
  (name) => name.replaceAll(" ", "+"),
  (name) => name.toLowerCase().replaceAll(" ", "-"),
  (name) => name.toUpperCase(),
  (name) => name.replaceAll(" ", "  "),
]

function misspelled(name: string): string {
  return `${name.slice(0, 2)}${name.slice(3)}`
}

function byId(
  random: Random,
  campaign: DemoCampaign,
  utm: Arrival["utm"],
  query: Arrival["query"]
): Pick<Arrival, "utm" | "query"> {
  if (random.chance(0.5)) {
    return {
      utm: { ...utm, utm_campaign: `${campaign.objective}_2` },
      query: { ...query, utm_id: campaign.externalId },
    }
  }
  const ad =
    campaign.platform === "meta"
      ? { utm_term: adSetIdOf(campaign), utm_content: adIdOf(campaign) }
      : {}
  return { utm: { ...utm, ...ad, utm_campaign: campaign.externalId }, query }
}

/**
 * A name that two campaigns have. Between platforms it is only ambiguous where
 * nothing else tells the platform.
 */
function ambiguous(
  campaign: DemoCampaign,
  tags: { utm: Arrival["utm"]; referrer: string | null }
): Arrival {
  const name = campaign.name.toLowerCase().replaceAll(" ", "_")
  const clicked = { query: {}, ad: campaign, namesCampaign: false }
  return campaign.namesake === "same platform"
    ? {
        ...clicked,
        utm: { ...tags.utm, utm_campaign: name },
        referrer: tags.referrer,
      }
    : {
        ...clicked,
        utm: { utm_medium: "cpc", utm_campaign: name },
        referrer: null,
      }
}

function trafficTags(random: Random, { platform }: DemoCampaign) {
  if (platform === "google") {
    return {
      utm: { utm_source: "google", utm_medium: "cpc" },
      referrer: "https://www.google.com/",
    }
  }
  const source = random.weighted([
    ["facebook", 5],
    ["instagram", 3],
    ["fb", 1],
    ["ig", 1],
  ])
  return {
    utm: {
      utm_source: source,
      utm_medium: random.pick(["paid_social", "cpc"]),
    },
    referrer: random.pick([
      source === "instagram" || source === "ig"
        ? "https://l.instagram.com/"
        : "https://l.facebook.com/",
      null,
    ]),
  }
}

function clickId(random: Random, { platform }: DemoCampaign): Arrival["query"] {
  const value = Array.from({ length: 5 }, () =>
    random.int(0, 0x7fffffff).toString(36)
  ).join("")
  return platform === "google"
    ? { gclid: `Cj0${value}` }
    : { fbclid: `IwAR${value}` }
}

/** Marketing that costs no click: search results, the newsletter, links. */
export function unpaidArrival(random: Random, at: Date): Arrival {
  const kind = random.weighted([
    ["organic", 45],
    ["newsletter", 30],
    ["social", 12],
    ["referral", 13],
  ])
  switch (kind) {
    case "organic":
      return { ...DIRECT, referrer: "https://www.google.com/" }
    case "newsletter":
      return {
        ...DIRECT,
        utm: {
          utm_source: "newsletter",
          utm_medium: "email",
          utm_campaign: `newsletter-${at.toISOString().slice(0, 7)}`,
        },
      }
    case "social":
      return { ...DIRECT, referrer: "https://www.pinterest.com/" }
    default:
      return { ...DIRECT, referrer: "https://www.interiors-blog.example/" }
  }
}
