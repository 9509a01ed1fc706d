import type { Platform } from "../../types"

/**
 * What kind of site a source is. The names stand for themselves as utm_source
 * and as any label of a host name ("google" covers google.com, www.google.de).
 * Source: the site categories of Google Analytics 4's default channel groups
 * (support.google.com/analytics/answer/9756891), reduced to the sites that send
 * traffic to shops.
 */
export type SourceCategory = "search" | "social" | "shopping" | "video"

const SOURCES: Record<SourceCategory, readonly string[]> = {
  search: [
    "google",
    "bing",
    "yahoo",
    "duckduckgo",
    "ecosia",
    "baidu",
    "yandex",
    "qwant",
    "startpage",
    "naver",
    "seznam",
    "ask",
    "aol",
    "brave",
    "sogou",
    "daum",
    "adwords",
  ],
  social: [
    "facebook",
    "fb",
    "instagram",
    "ig",
    "meta",
    "messenger",
    "threads",
    "twitter",
    "x",
    "linkedin",
    "lnkd",
    "pinterest",
    "reddit",
    "tiktok",
    "snapchat",
    "tumblr",
    "whatsapp",
    "telegram",
    "vk",
    "weibo",
    "quora",
    "mastodon",
    "bluesky",
    "bsky",
    "discord",
  ],
  shopping: [
    "amazon",
    "ebay",
    "etsy",
    "alibaba",
    "aliexpress",
    "walmart",
    "idealo",
    "shopzilla",
    "pricegrabber",
    "mercadolibre",
    "temu",
  ],
  video: [
    "youtube",
    "youtu",
    "vimeo",
    "twitch",
    "dailymotion",
    "netflix",
    "hulu",
  ],
}

const META_SOURCES = ["facebook", "fb", "instagram", "ig", "meta", "messenger"]
const GOOGLE_SOURCES = [
  "google",
  "adwords",
  "googleads",
  "gads",
  "youtube",
  "youtu",
  "dv360",
  "doubleclick",
]

// Hosts whose own name is no label of theirs.
const HOST_ALIASES = new Map([
  ["t.co", "twitter"],
  ["x.com", "x"],
  ["m.me", "messenger"],
  ["lnkd.in", "linkedin"],
  ["wa.me", "whatsapp"],
  ["t.me", "telegram"],
  ["pin.it", "pinterest"],
])

const HOST = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/

/** Words of a utm_source, or the labels of a host: never substrings. */
export function sourceTokens(source: string): string[] {
  const text = source.toLowerCase().trim()
  const alias = HOST_ALIASES.get(text.replace(/^www\./, ""))
  if (alias) {
    return [alias]
  }
  // "ig-metall.de" has nothing to do with "ig": a label is one word.
  return HOST.test(text)
    ? text.split(".")
    : text.split(/[^a-z0-9]+/).filter(Boolean)
}

export function sourceCategory(source: string): SourceCategory | null {
  const tokens = categoryTokens(source)
  const categories: SourceCategory[] = ["shopping", "video", "search", "social"]
  return (
    categories.find((category) =>
      tokens.some((token) => SOURCES[category].includes(token))
    ) ?? null
  )
}

/** `meta` or `google` when a whole token says so, else null. */
export function sourcePlatform(source: string): Platform | null {
  const tokens = categoryTokens(source)
  if (tokens.some((token) => META_SOURCES.includes(token))) {
    return "meta"
  }
  return tokens.some((token) => GOOGLE_SOURCES.includes(token))
    ? "google"
    : null
}

// "x" is a token of many words (x-mas): it names the site only on its own, and
// "mail.google.com" is webmail, no search.
function categoryTokens(source: string): string[] {
  const tokens = sourceTokens(source)
  if (tokens.includes("mail") && tokens.length > 1) {
    return []
  }
  return tokens.length === 1 ? tokens : tokens.filter((token) => token !== "x")
}
