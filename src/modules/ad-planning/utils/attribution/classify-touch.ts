import {
  CLICK_ID_NAMES,
  CLICK_ID_PLATFORMS,
  PAID_CLICK_IDS,
  UTM_FIELDS,
  type ClickIdName,
  type Platform,
  type TouchClassification,
  type TouchSignals,
} from "../../types"
import { channelGroup, isPaidGroup, type TrafficSource } from "./channel-group"
import {
  foreignReferrer,
  hostOf,
  isOwnHost,
  type ReferrerRules,
} from "./referrer"
import { sourceCategory, sourcePlatform } from "./source-categories"

const REFERRAL = "referral"
const NOT_SET = "(not set)"

/**
 * What a click id says where no utm value does. One that is on links which cost
 * nothing says less than the site the visitor came from.
 */
const CLICK_ID_TRAFFIC: Record<
  ClickIdName,
  Pick<TrafficSource, "source" | "medium">
> = {
  gclid: { source: "google", medium: "cpc" },
  gbraid: { source: "google", medium: "cpc" },
  wbraid: { source: "google", medium: "cpc" },
  dclid: { source: "dfa", medium: "cpm" },
  fbclid: { source: "facebook", medium: REFERRAL },
  msclkid: { source: "bing", medium: "cpc" },
  ttclid: { source: "tiktok", medium: "cpc" },
  twclid: { source: "twitter", medium: REFERRAL },
  li_fat_id: { source: "linkedin", medium: REFERRAL },
  epik: { source: "pinterest", medium: REFERRAL },
  ScCid: { source: "snapchat", medium: REFERRAL },
  rdt_cid: { source: "reddit", medium: REFERRAL },
  irclickid: { source: "impact", medium: "affiliate" },
}

/**
 * Channel group, platform and whether it was paid, of a visit or an order's
 * stamp; null when it is no touch: no campaign parameter, no click id and no
 * foreign referrer, or parameters that only say `(direct)`, or that stand on a link
 * of the shop itself.
 *
 * A platform never implies paid: that takes a paid channel group or a click id
 * that only ads carry (fbclid is on every link Facebook shows).
 *
 * @see docs/numbers.md, "Touches and attribution"
 */
export function classifyTouch(
  signals: TouchSignals,
  rules: ReferrerRules
): TouchClassification | null {
  const referrer = foreignReferrer(
    signals.referrer,
    signals.landing_page,
    rules
  )
  const clickIds = CLICK_ID_NAMES.filter((name) => signals.click_ids[name])
  const hasUtm = UTM_FIELDS.some((field) => signals[field] !== null)
  if (hasUtm && clickIds.length === 0 && isInternalLink(signals, rules)) {
    return null
  }
  if (!hasUtm && clickIds.length === 0 && referrer === null) {
    return null
  }
  const group = channelGroup(trafficSource(signals, referrer))
  if (group === "Direct" && clickIds.length === 0) {
    return null
  }
  const isPaid =
    isPaidGroup(group) || clickIds.some((name) => PAID_CLICK_IDS.includes(name))
  return {
    channel_group: group,
    platform: platformOf(signals, referrer),
    is_paid: isPaid,
    claims_campaign:
      signals.utm_campaign !== null || signals.utm_id !== null || isPaid,
  }
}

/** An on-site promotion, unless the store wants its own links to count. */
function isInternalLink(
  { referrer, landing_page }: TouchSignals,
  rules: ReferrerRules
): boolean {
  const host = hostOf(referrer)
  return (
    rules.internal_utm !== "count" &&
    host !== null &&
    isOwnHost(host, landing_page, rules)
  )
}

/** From the click id, then the utm_source, then the referrer. */
function platformOf(signals: TouchSignals, referrer: string | null): Platform {
  const clickId = CLICK_ID_NAMES.find((name) => signals.click_ids[name])
  if (clickId) {
    return CLICK_ID_PLATFORMS[clickId]
  }
  const source = signals.utm_source ?? referrer
  return (source && sourcePlatform(source)) || "generic"
}

/** Source and medium as Google Analytics would fill them in. */
function trafficSource(
  signals: TouchSignals,
  referrer: string | null
): TrafficSource {
  const campaign = signals.utm_campaign ?? ""
  if (signals.utm_source !== null || signals.utm_medium !== null) {
    const source = signals.utm_source ?? referrer ?? ""
    return { source, medium: signals.utm_medium ?? "", campaign }
  }
  const clickId = CLICK_ID_NAMES.find((name) => signals.click_ids[name])
  const clicked = clickId && { ...CLICK_ID_TRAFFIC[clickId], campaign }
  if (clicked && clicked.medium !== REFERRAL) {
    return clicked
  }
  if (referrer) {
    const isSearch = sourceCategory(referrer) === "search"
    return {
      source: referrer,
      medium: isSearch ? "organic" : REFERRAL,
      campaign,
    }
  }
  return clicked || { source: NOT_SET, medium: NOT_SET, campaign }
}
