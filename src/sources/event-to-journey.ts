import type {
  JourneyEventType,
  JourneyFact,
  JourneyStage,
} from "../modules/ad-planning/types"
import { statedValue } from "../modules/ad-planning/utils/conversions/stated-value"
import { cleanId, cleanText } from "../modules/ad-planning/utils/text/normalise"
import type { SourceAnalyticsEvent } from "./read-analytics-events"

/** The custom events that are touchpoints; the others are the tracker's noise. */
const CUSTOM_TOUCHPOINTS: readonly JourneyEventType[] = [
  "add_to_cart",
  "begin_checkout",
]

/**
 * The touchpoint an analytics event is, or null when it is none: a page view, or
 * something that was done with the cart.
 *
 * @param keptSince - page views before it are kept no more
 */
export function eventToJourney(
  event: SourceAnalyticsEvent,
  keptSince: Date
): JourneyFact | null {
  const kind = kindOf(event)
  if (
    !kind ||
    (kind.event_type === "page_view" && event.timestamp < keptSince)
  ) {
    return null
  }
  const { value, currency } = moneyOf(event)
  const device = cleanText(event.device_type)
  return {
    source_type: "analytics_event",
    source_id: event.id,
    ...kind,
    event_data: {
      pathname: cleanText(event.pathname),
      ...(device ? { device } : {}),
    },
    // Its session's touch says more.
    channel: "web",
    timestamp: event.timestamp,
    email_hash: null,
    customer_id: null,
    visitor_id: cleanId(event.visitor_id),
    session_id: cleanId(event.session_id),
    value,
    currency,
    website_id: cleanText(event.website_id),
  }
}

function kindOf({ event_type, event_name }: SourceAnalyticsEvent): {
  event_type: JourneyEventType
  stage: JourneyStage
} | null {
  if (event_type === "pageview") {
    return { event_type: "page_view", stage: "awareness" }
  }
  const name = cleanText(event_name)
  const custom = CUSTOM_TOUCHPOINTS.find((known) => known === name)
  return custom ? { event_type: custom, stage: "consideration" } : null
}

/** An amount without a currency is no amount. */
function moneyOf({ event_type, metadata }: SourceAnalyticsEvent) {
  const stated = statedValue(event_type === "pageview" ? {} : (metadata ?? {}))
  return stated.value === null || stated.currency === null
    ? { value: null, currency: null }
    : stated
}
