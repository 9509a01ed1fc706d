import type { Platform } from "../../types"
import { networkOf } from "./networks"
import { sourceWords } from "./source-words"

/**
 * What kind of site a source is. The names stand for themselves as utm_source
 * and as the name of a host ("google" covers google.com, www.google.de).
 *
 * Compared with the site categories of Google Analytics 4's default channel groups
 * (the list that support.google.com/analytics/answer/9756891 links): the sites that
 * send traffic to shops, each in Google's category, not the some 800 of the list.
 * Not on Google's list, and here because shops have visitors from there: brave,
 * startpage; bluesky, discord, mastodon, threads; aliexpress, idealo, pricegrabber,
 * temu. Webmail, which Google counts as search, is none here.
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
    "msn",
    "lycos",
    "dogpile",
    "excite",
    "rambler",
    "eniro",
    "onet",
    "virgilio",
    "biglobe",
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
    "line",
    "kakao",
    "wechat",
    "zalo",
    "xing",
    "yelp",
    "tripadvisor",
    "houzz",
    "flickr",
    "flipboard",
    "meetup",
    "medium",
    "wordpress",
    "blogger",
    "blogspot",
    "disqus",
    "ameblo",
    "hatena",
    "mixi",
    "livejournal",
    "ravelry",
    "stackoverflow",
    "stackexchange",
    "slideshare",
    "hootsuite",
    "vkontakte",
    "odnoklassniki",
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
    "shopify",
    "shopping",
    "simplycodes",
  ],
  video: [
    "youtube",
    "youtu",
    "vimeo",
    "twitch",
    "dailymotion",
    "netflix",
    "hulu",
    "disneyplus",
    "iqiyi",
    "youku",
    "wistia",
    "ted",
    "veoh",
  ],
}

// Hosts of another kind than the site they belong to.
const EXCEPTIONS: readonly [RegExp, SourceCategory][] = [
  [/^(?:[a-z0-9-]+\.)*shopping\.(?:naver|yahoo)\.[a-z.]+$/, "shopping"],
  [/^google[ _-]?shopping$/, "shopping"],
  [/^ig[ _-]?shopping$/, "shopping"],
  [/^(?:m\.)?(?:blog|cafe|kin)\.naver\.com$/, "social"],
  [/^(?:groups|plus|sites|messages)\.google\.com$/, "social"],
  [/^(?:answers|chiebukuro)\.yahoo\.[a-z.]+$/, "social"],
]

export function sourceCategory(source: string): SourceCategory | null {
  const exception = EXCEPTIONS.find(([host]) => host.test(source.toLowerCase()))
  if (exception) {
    return exception[1]
  }
  const words = categoryWords(source)
  const categories: SourceCategory[] = ["shopping", "video", "search", "social"]
  return (
    categories.find((category) =>
      words.some((word) => SOURCES[category].includes(word))
    ) ?? null
  )
}

/** `meta` or `google` where that is the network it names, else null. */
export function sourcePlatform(source: string): Platform | null {
  const network = networkOf(source)
  return network === "meta" || network === "google" ? network : null
}

// Words of many meanings (x-mas, blogger_anna): they are the site only where
// nothing else is said, or as the name of a host.
const ONLY_WORDS = [
  "x",
  "ask",
  "blogger",
  "excite",
  "line",
  "medium",
  "meetup",
  "shopping",
  "ted",
]
const SHORT_HOST = /^[a-z0-9-]+\.[a-z]{2,}$/i

function categoryWords(source: string): string[] {
  const words = sourceWords(source)
  if (words.length === 1) {
    return words
  }
  return SHORT_HOST.test(source.trim())
    ? words.slice(0, 1)
    : words.filter((word) => !ONLY_WORDS.includes(word))
}
