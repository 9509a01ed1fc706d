import type {
  ConversionInput,
  TouchClassification,
  TouchFact,
  TouchSignals,
} from "../../types"
import { classifyTouch } from "../attribution/classify-touch"
import { ownTouch } from "../attribution/own-touch"
import type { ReferrerRules } from "../attribution/referrer"

const NO_SIGNALS: TouchSignals = {
  utm_source: null,
  utm_medium: null,
  utm_campaign: null,
  utm_term: null,
  utm_content: null,
  utm_id: null,
  click_ids: {},
  landing_page: null,
  referrer: null,
}

// Of a conversion whose campaign a person named: advertising, channel unknown.
const CHOSEN: TouchClassification = {
  channel_group: "Paid Other",
  platform: "generic",
  is_paid: true,
  claims_campaign: true,
}

/**
 * The touch that a message tells of: its session's, or its own where it names no
 * session; null when it says nothing of where the visitor came from. With a
 * campaign that a person chose it is always the conversion's own.
 */
export function messageTouch(
  input: ConversionInput,
  rules: ReferrerRules
): TouchFact | null {
  const signals = input.signals ?? { ...NO_SIGNALS, touch_at: null }
  const known = classifyTouch(signals, rules)
  const classification = input.ad_campaign_id ? (known ?? CHOSEN) : known
  if (!classification) {
    return null
  }
  const { touch_at, ...origin } = signals
  const own = ownTouch(
    input.idempotency_key,
    { ...origin, ...classification },
    {
      website_id: input.website_id,
      started_at: touchTime(touch_at, new Date(input.converted_at)),
    }
  )
  if (!input.session_id || input.ad_campaign_id) {
    return own
  }
  return {
    ...own,
    touch_key: `session:${input.session_id}`,
    source: "session",
    session_id: input.session_id,
    visitor_id: input.visitor_id,
  }
}

/** A browser's clock: a touch after its conversion is no time of it. */
function touchTime(touchAt: string | null, convertedAt: Date): Date {
  const time = touchAt === null ? convertedAt : new Date(touchAt)
  return time <= convertedAt ? time : convertedAt
}
