import {
  CLICK_ID_NAMES,
  type ClickIdName,
  type ClickIds,
  type Platform,
} from "../../types"
import { hostOf } from "./referrer"
import { sourceWords } from "./source-words"

/** The ad networks that are told apart. */
const NETWORK_WORDS = {
  meta: ["meta", "facebook", "fb", "instagram", "ig", "messenger", "threads"],
  google: [
    "google",
    "adwords",
    "googleads",
    "gads",
    "youtube",
    "youtu",
    "dv360",
    "doubleclick",
  ],
  microsoft: ["microsoft", "bing", "msn", "bingads", "microsoftads"],
  tiktok: ["tiktok", "tiktokads"],
  pinterest: ["pinterest", "pinterestads"],
  snapchat: ["snapchat", "snapchatads"],
  reddit: ["reddit", "redditads"],
  linkedin: ["linkedin", "lnkd", "linkedinads"],
  x: ["twitter", "twitterads"],
  amazon: ["amazon", "amazonads", "amzn"],
  impact: ["impactradius"],
  awin: ["awin", "zanox"],
  criteo: ["criteo"],
  outbrain: ["outbrain"],
  quora: ["quora"],
  spotify: ["spotify"],
  taboola: ["taboola"],
  yahoo: ["yahoo"],
  yandex: ["yandex"],
} as const satisfies Record<string, readonly string[]>

export type Network = keyof typeof NETWORK_WORDS

const BY_WORD = new Map<string, Network>(
  (Object.keys(NETWORK_WORDS) as Network[]).flatMap((network) =>
    NETWORK_WORDS[network].map((word) => [word, network] as const)
  )
)

// Words of many meanings: they name the network only where nothing else is said.
// `an` and `msg` are what Meta's {{site_source_name}} fills in.
const BY_ONLY_WORD = new Map<string, Network>([
  ["x", "x"],
  ["an", "meta"],
  ["msg", "meta"],
  ["snap", "snapchat"],
  ["pin", "pinterest"],
  ["impact", "impact"],
])

// Said of every network.
const NO_NAMES = ["ad", "ads", "advertising", "paid", "cpc", "ppc"]

const CLICK_ID_NETWORKS: Record<ClickIdName, Network> = {
  gclid: "google",
  gbraid: "google",
  wbraid: "google",
  dclid: "google",
  fbclid: "meta",
  msclkid: "microsoft",
  ttclid: "tiktok",
  twclid: "x",
  li_fat_id: "linkedin",
  rdt_cid: "reddit",
  irclickid: "impact",
  ScCid: "snapchat",
  epik: "pinterest",
}

/**
 * The one network that a text names, a utm_source, a host or a campaign's
 * platform; null when it names none, or two.
 *
 * @example
 * networkOf("TikTok Ads") // "tiktok"
 */
export function networkOf(text: string): Network | null {
  const words = sourceWords(text).filter((word) => !NO_NAMES.includes(word))
  if (words.length === 1 && BY_ONLY_WORD.has(words[0]!)) {
    return BY_ONLY_WORD.get(words[0]!)!
  }
  const named = new Set(words.flatMap((word) => BY_WORD.get(word) ?? []))
  return named.size === 1 ? [...named][0]! : null
}

/** What of a touch says where the click came from. */
export interface NetworkSignals {
  platform: Platform
  utm_source: string | null
  /** Only whether they are there counts. */
  click_ids: ClickIds
  referrer: string | null
}

/**
 * The networks that a touch names: more than one where its click id and its
 * utm_source contradict each other, none where nothing says it. The referrer is
 * asked only where there is neither.
 */
export function networksOf(touch: NetworkSignals): Network[] {
  const clicked = CLICK_ID_NAMES.filter((name) => touch.click_ids[name]).map(
    (name) => CLICK_ID_NETWORKS[name]
  )
  if (clicked.length === 0 && isNetwork(touch.platform)) {
    return [touch.platform]
  }
  const stated = touch.utm_source === null ? null : networkOf(touch.utm_source)
  const named = [...clicked, ...(stated ? [stated] : [])]
  if (named.length > 0 || touch.utm_source !== null) {
    return [...new Set(named)]
  }
  const referrer = hostOf(touch.referrer)
  const sender = referrer === null ? null : networkOf(referrer)
  // One of a platform's would have made the touch that platform's, were it not
  // the shop's own or a payment provider's.
  return sender === null || isNetwork(sender as Platform) ? [] : [sender]
}

function isNetwork(platform: Platform): platform is "meta" | "google" {
  return platform === "meta" || platform === "google"
}

/**
 * Whether a touch can be a click on a campaign of this platform: a network that is
 * named has to be the campaign's. A source that names none fits campaigns whose
 * platform names none; who says nothing may come from anywhere.
 *
 * @param platform - the campaign's, in any words
 */
export function fitsPlatform(touch: NetworkSignals, platform: string): boolean {
  const networks = networksOf(touch)
  const network = networkOf(platform)
  return networks.length > 0
    ? networks.every((named) => named === network)
    : touch.utm_source === null || network === null
}

/** Whether nothing says that it cannot be: what a person decided stands. */
export function mayFitPlatform(
  touch: NetworkSignals,
  platform: string
): boolean {
  const networks: string[] = networksOf(touch)
  const network = networkOf(platform)
  return networks.length === 0 || network === null || networks.includes(network)
}
