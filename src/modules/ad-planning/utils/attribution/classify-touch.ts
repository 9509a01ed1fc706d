import {
  CLICK_ID_NAMES,
  CLICK_ID_PLATFORMS,
  PAID_CLICK_IDS,
  UTM_FIELDS,
  type Platform,
  type TouchClassification,
  type TouchSignals,
} from "../../types"
import { channelGroup, isPaidGroup, type TrafficSource } from "./channel-group"
import { foreignReferrer, type ReferrerRules } from "./referrer"
import { sourceCategory, sourcePlatform } from "./source-categories"

/**
 * Channel group, platform and whether it was paid, of a visit or an order's
 * stamp; null when it is no touch: no campaign parameter, no click id and no
 * foreign referrer, or parameters that only say `(direct)`.
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
  const { click_ids: ids } = signals
  if (ids.gclid || ids.gbraid || ids.wbraid) {
    return { source: "google", medium: "cpc", campaign }
  }
  if (ids.dclid) {
    return { source: "dfa", medium: "cpm", campaign }
  }
  if (ids.msclkid) {
    return { source: "bing", medium: "cpc", campaign }
  }
  if (referrer) {
    const isSearch = sourceCategory(referrer) === "search"
    return {
      source: referrer,
      medium: isSearch ? "organic" : "referral",
      campaign,
    }
  }
  return ids.fbclid
    ? { source: "facebook", medium: "referral", campaign }
    : { source: "(not set)", medium: "(not set)", campaign }
}
