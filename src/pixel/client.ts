import type { AdPlanningApi, Attributes } from "./api"
import { attempt } from "./attempt"
import type { Sender } from "./sender"
import { read, write } from "./storage"
import { CAMPAIGN_FIELDS, cut, isoTime, touchOf, type Visit } from "./touch"
import { forgetVisitor, stampOf } from "./visitor"

const CONVERSIONS = "/web/ad-planning/track-conversion"
export const ANALYTICS = "/web/analytics/track"

/** Kept only where it is not what the page's tag says anyway. */
const CONSENT_KEY = "ad_planning_consent"

const STAMP_FIELDS =
  `${CAMPAIGN_FIELDS.join(" ")} landing_page referrer touch_at visitor_id session_id website_id`.split(
    " "
  )

export interface Client {
  api: AdPlanningApi
  /** A page is looked at, `referrer` the one before. */
  enter: (referrer: string, isTold: boolean) => void
}

/** @param hasAnalytics - whether the store takes page views and `identify` */
export function createClient(
  websiteId: string,
  tag: DOMStringMap,
  hasAnalytics: boolean,
  sender: Sender
): Client {
  // Whatever the attribute says: a typo must not become a consent.
  const waits = tag.consent !== undefined
  const isRefused =
    navigator.globalPrivacyControl || navigator.doNotTrack === "1"
  let waiting: (() => void)[] | undefined = waits && !isRefused ? [] : undefined
  let referrer = document.referrer

  const here = (): Visit => ({
    href: location.href,
    referrer,
    at: Date.now(),
    countsOwn: tag.internalUtm === "count",
  })

  /** Read each time: it may be given, or taken back, in another tab. */
  function isGranted() {
    const stored = read("localStorage", CONSENT_KEY)
    return !isRefused && (stored ? stored === "true" : !waits)
  }

  const stamp = (visit: Visit) => stampOf(visit, websiteId, tag.visitorCookie)

  /** Does it now, once there is consent, or never. */
  function whenAllowed(act: (visit: Visit) => void) {
    const visit = here()
    // Metadata may be what cannot be written as JSON.
    const call = () => attempt(() => act(visit))
    if (waiting) {
      waiting.push(call)
      catchUp()
    } else if (isGranted()) {
      call()
    }
  }

  function catchUp() {
    if (waiting && isGranted()) {
      const calls = waiting
      waiting = undefined
      calls.forEach((call) => call())
    }
  }

  /** To whoever keeps the page views of the store. */
  function tell(visit: Visit, fields: Record<string, unknown>) {
    const { visitor_id, session_id } = stamp(visit)
    if (hasAnalytics) {
      sender.send(
        ANALYTICS,
        {
          website_id: websiteId,
          visitor_id,
          session_id,
          pathname: pathOf(visit),
          timestamp: isoTime(visit.at),
          ...fields,
        },
        visit.at
      )
    }
  }

  function tellPageView(visit: Visit) {
    const url = new URL(visit.href)
    // All that the link says, for reports of the shop's own links too.
    const touch = touchOf({ ...visit, countsOwn: true })
    const { search, hash } = url
    const fields: Record<string, unknown> = {
      event_type: "pageview",
      referrer: cut(visit.referrer),
      // A fragment is the page's own, unless it says where the visitor came from.
      query_string: cut(search + (/utm_|clid=/i.test(hash) ? hash : "")),
      metadata: { page_host: url.host },
    }
    for (const field in touch) {
      // The tracker has no field for utm_id.
      if (/^utm_[^i]/.test(field)) {
        fields[field] = touch[field]
      }
    }
    tell(visit, fields)
  }

  const api: AdPlanningApi = {
    version: PIXEL_VERSION,
    track: (type, details = {}) =>
      whenAllowed((visit) => {
        const { value, currency, name, order_id, event_id, metadata } = details
        const attributes = stamp(visit)
        sender.send(
          CONVERSIONS,
          {
            ...attributes,
            conversion_type: type,
            conversion_name: name,
            conversion_value: value,
            currency,
            order_id,
            pathname: pathOf(visit),
            occurred_at: isoTime(visit.at),
            metadata,
          },
          visit.at,
          // A confirmation page that is loaded again says nothing new; somebody
          // else who sees it does.
          event_id ||
            (order_id && `${type}:${order_id}:${attributes.visitor_id}`)
        )
      }),
    identify: (personId, traits) =>
      whenAllowed((visit) =>
        tell(visit, {
          event_type: "custom_event",
          event_name: "identify",
          metadata: { person_id: personId, traits },
        })
      ),
    pageView: () => whenAllowed(tellPageView),
    visitorId: () => (isGranted() ? stamp(here()).visitor_id : undefined),
    attributes(metadata) {
      const attributes: Attributes = isGranted() ? stamp(here()) : {}
      for (const field of STAMP_FIELDS) {
        if (metadata && metadata[field] && !attributes[field]) {
          attributes[field] = ""
        }
      }
      return attributes
    },
    consent(isGiven) {
      if (isRefused) {
        return
      }
      write(
        "localStorage",
        CONSENT_KEY,
        isGiven === waits ? `${isGiven}` : null
      )
      catchUp()
      if (!isGiven) {
        waiting = undefined
        sender.clear()
        forgetVisitor()
      }
    },
    flush: sender.flush,
    q: { push: (call) => attempt(() => call(api)) },
  }

  if (!isGranted()) {
    sender.clear()
  }
  return {
    api,
    enter(from, isTold) {
      referrer = from
      whenAllowed(isTold ? tellPageView : stamp)
    },
  }
}

const pathOf = ({ href }: Visit) => cut(new URL(href).pathname)
