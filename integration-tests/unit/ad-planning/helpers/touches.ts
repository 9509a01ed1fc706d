import {
  DEFAULT_PAYMENT_REFERRERS,
  type TouchSignals,
} from "../../../../src/modules/ad-planning/types"
import type { PageView } from "../../../../src/modules/ad-planning/utils/attribution/session-touch"
import type { ReferrerRules } from "../../../../src/modules/ad-planning/utils/attribution/referrer"

export const RULES: ReferrerRules = {
  own_domains: ["shop.com", "shop.de"],
  payment_referrers: DEFAULT_PAYMENT_REFERRERS,
}

export const NO_UTM = {
  utm_source: null,
  utm_medium: null,
  utm_campaign: null,
  utm_term: null,
  utm_content: null,
  utm_id: null,
}

/** A visit that says nothing of where it came from. */
export function signals(overrides: Partial<TouchSignals> = {}): TouchSignals {
  return {
    ...NO_UTM,
    click_ids: {},
    landing_page: "https://shop.com/shirts",
    referrer: null,
    ...overrides,
  }
}

/** Page views that say nothing but their query strings. */
export function pageViews(queryStrings: string[]): PageView[] {
  return queryStrings.map((query_string) => ({
    query_string,
    referrer: null,
    host: null,
  }))
}

/** Text that nobody should have to expect, and somebody sends. */
export const HOSTILE_TEXTS = [
  "constructor",
  "__proto__",
  "prototype",
  "hasOwnProperty",
  "toString",
  "",
  " ",
  "x".repeat(10_240),
  "🌞🌞🌞",
  "👩‍👩‍👧‍👦 Familie",
  "\u202Eelas remmus",
  "מבצע קיץ",
  "summer%2520wale",
  "%",
  "%00",
  "\0",
  "\ud83d",
  "'; DROP TABLE conversion; --",
  '"><script>alert(1)</script>',
  "${jndi:ldap://x}",
  "{{campaign.name}}",
  "[object Object]",
  "NaN",
  "null",
  "undefined",
  "-1",
  "1e309",
  ".*",
  "(a+)+$",
]
