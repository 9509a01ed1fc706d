import { untouchedReason } from "../../../src/modules/ad-planning/utils/attribution/left-out"
import { sessionTouch } from "../../../src/modules/ad-planning/utils/attribution/session-touch"
import type { SessionRow } from "../../../src/modules/ad-planning/utils/attribution/session-touch"
import {
  readClickIds,
  readQuery,
  readUtm,
} from "../../../src/modules/ad-planning/utils/attribution/read-signals"
import { HOSTILE_TEXTS, NO_UTM, RULES, pageViews } from "./helpers/touches"

describe("readUtm", () => {
  it("reads the six parameters and nothing else", () => {
    expect(
      readUtm({
        utm_source: " google ",
        utm_medium: "cpc",
        utm_campaign: 2026,
        utm_term: null,
        utm_content: "undefined",
        utm_source_platform: "SA360",
        gclid: "abc",
      })
    ).toEqual({
      ...NO_UTM,
      utm_source: "google",
      utm_medium: "cpc",
      utm_campaign: "2026",
    })
  })

  it("reads nothing from Object.prototype", () => {
    expect(readUtm({})).toEqual(NO_UTM)
  })
})

describe("readClickIds", () => {
  it("reads the known click ids that are there", () => {
    expect(
      readClickIds({
        gclid: "a",
        fbclid: " b ",
        msclkid: "",
        ttclid: null,
        yclid: "c",
        constructor: "d",
      })
    ).toEqual({ gclid: "a", fbclid: "b" })
  })

  it("reads Snapchat's in its own spelling and in lower case, as one", () => {
    expect(readClickIds({ ScCid: "a" })).toEqual({ ScCid: "a" })
    expect(readClickIds({ sccid: "a" })).toEqual({ ScCid: "a" })
    expect(readClickIds({ sccid: "a", ScCid: "b" })).toEqual({ ScCid: "b" })
    expect(readQuery("?sccid=a").click_ids).toEqual({ ScCid: "a" })
    expect(readQuery("?ScCid=&sccid=a").click_ids).toEqual({ ScCid: "a" })
    expect(readQuery("?SCCID=a").click_ids).toEqual({ ScCid: "a" })
  })
})

describe("readQuery", () => {
  it.each([
    ["with a question mark", "?utm_source=google&gclid=abc"],
    ["without", "utm_source=google&gclid=abc"],
    ["with other parameters", "page=2&utm_source=google&x[]=1&gclid=abc"],
    ["with the first of two", "utm_source=google&utm_source=bing&gclid=abc"],
  ])("reads a query %s", (_case, query) => {
    expect(readQuery(query)).toEqual({
      utm: { ...NO_UTM, utm_source: "google" },
      click_ids: { gclid: "abc" },
    })
  })

  it("decodes as often as a value was encoded", () => {
    expect(
      readQuery("utm_campaign=Summer+Sale%20%F0%9F%8C%9E&utm_term=a%2520b").utm
    ).toEqual({
      ...NO_UTM,
      utm_campaign: "Summer Sale 🌞",
      utm_term: "a b",
    })
  })

  it.each([
    ["nothing", null],
    ["empty text", ""],
    ["a lone question mark", "?"],
    ["empty parameters", "utm_source=&gclid="],
    ["a prototype", "__proto__[utm_source]=google&constructor=x"],
    ["a broken escape", "%E0%A4%A&%"],
  ])("finds nothing in %s", (_case, query) => {
    expect(readQuery(query)).toEqual({ utm: NO_UTM, click_ids: {} })
  })
})

const startedAt = new Date("2026-08-03T10:00:00Z")

function session(overrides: Partial<SessionRow> = {}): SessionRow {
  return {
    id: "as_1",
    session_id: "session-1",
    visitor_id: "visitor-1",
    website_id: "site-1",
    started_at: startedAt,
    entry_page: "https://shop.com/shirts",
    referrer: null,
    utm_source: null,
    utm_medium: null,
    utm_campaign: null,
    utm_term: null,
    utm_content: null,
    page_views: pageViews([]),
    ...overrides,
  }
}

describe("untouchedReason", () => {
  it.each<[string, string, Partial<SessionRow>]>([
    ["direct", "no referrer", {}],
    ["direct", "a referrer that is no address", { referrer: "about:blank" }],
    ["own_domain", "an own domain", { referrer: "https://www.shop.de/" }],
    [
      "own_domain",
      "the landing page's host",
      {
        referrer: "https://outlet.example/a",
        entry_page: "https://outlet.example/b",
      },
    ],
    [
      "payment_provider",
      "a payment provider",
      { referrer: "https://checkout.stripe.com/pay" },
    ],
    [
      "placeholder_visitor",
      "nobody in particular",
      { visitor_id: "undefined" },
    ],
  ])("is %s of %s", (reason, _case, other) => {
    const row = session(other)
    expect(sessionTouch(row, RULES)).toBeNull()
    expect(untouchedReason(row, RULES)).toBe(reason)
  })
})

describe("sessionTouch", () => {
  it("is the session's touch, with its own key, visitor and time", () => {
    expect(
      sessionTouch(
        session({
          utm_source: "facebook",
          utm_medium: "paid_social",
          utm_campaign: "Summer Sale",
          referrer: "https://l.facebook.com/",
          page_views: pageViews([
            "utm_source=facebook&utm_medium=paid_social&utm_campaign=Summer+Sale&utm_id=7&fbclid=abc",
          ]),
        }),
        RULES
      )
    ).toEqual({
      touch_key: "session:session-1",
      source: "session",
      session_id: "session-1",
      analytics_session_id: "as_1",
      order_id: null,
      visitor_id: "visitor-1",
      website_id: "site-1",
      started_at: startedAt,
      confidence: "dated",
      utm_source: "facebook",
      utm_medium: "paid_social",
      utm_campaign: "Summer Sale",
      utm_term: null,
      utm_content: null,
      utm_id: "7",
      click_ids: { fbclid: "abc" },
      landing_page: "https://shop.com/shirts",
      referrer: "https://l.facebook.com/",
      channel_group: "Paid Social",
      platform: "meta",
      is_paid: true,
      claims_campaign: true,
      other_campaigns: null,
    })
  })

  it.each([
    ["came directly", {}],
    ["came back from paying", { referrer: "https://www.paypal.com/" }],
    ["came from the shop itself", { referrer: "https://shop.com/cart" }],
    [
      "has a placeholder for an id",
      { utm_source: "google", session_id: "undefined" },
    ],
    [
      "has an id from Object.prototype",
      { utm_source: "google", session_id: "__proto__" },
    ],
  ])("is null for a session that %s", (_case, overrides) => {
    expect(sessionTouch(session(overrides), RULES)).toBeNull()
  })

  it("takes the first page view that carried anything when the row has nothing", () => {
    const touch = sessionTouch(
      session({
        page_views: pageViews([
          "page=1",
          "gclid=first",
          "gclid=second&utm_campaign=later",
        ]),
      }),
      RULES
    )
    expect(touch).toMatchObject({
      click_ids: { gclid: "first" },
      utm_campaign: null,
      is_paid: true,
      other_campaigns: ["later"],
    })
  })

  it("lets the session's first campaign stand and lists the later ones once", () => {
    const touch = sessionTouch(
      session({
        utm_source: "google",
        utm_campaign: "first",
        page_views: pageViews([
          "utm_source=google&utm_campaign=first&gclid=abc",
          "utm_source=facebook&utm_campaign=second&fbclid=def",
          "utm_source=google&utm_campaign=first",
          "utm_source=facebook&utm_campaign=second",
          "utm_campaign=third",
        ]),
      }),
      RULES
    )
    expect(touch).toMatchObject({
      utm_campaign: "first",
      click_ids: { gclid: "abc" },
      platform: "google",
      other_campaigns: ["second", "third"],
    })
  })

  it("takes no click id from a page view of another campaign", () => {
    const touch = sessionTouch(
      session({
        utm_source: "newsletter",
        utm_medium: "email",
        utm_campaign: "may",
        page_views: pageViews([
          "utm_source=google&utm_campaign=brand&gclid=abc",
        ]),
      }),
      RULES
    )
    expect(touch).toMatchObject({
      channel_group: "Email",
      is_paid: false,
      click_ids: {},
      utm_id: null,
      other_campaigns: ["brand"],
    })
  })

  it("knows the page view of its campaign whatever its utm_id", () => {
    const touch = sessionTouch(
      session({
        utm_source: "google",
        utm_campaign: "brand",
        page_views: pageViews([
          "utm_source=google&utm_campaign=brand&utm_id=42",
        ]),
      }),
      RULES
    )
    expect(touch?.utm_id).toBe("42")
  })

  it.each(["undefined", "anonymous", "constructor", ""])(
    "has no visitor for the placeholder %j",
    (visitor_id) => {
      const touch = sessionTouch(
        session({ visitor_id, utm_source: "google" }),
        RULES
      )
      expect(touch?.visitor_id).toBeNull()
    }
  )

  it.each(HOSTILE_TEXTS.filter((text) => text.trim() !== ""))(
    "survives %j in every field",
    (text) => {
      const touch = sessionTouch(
        session({
          website_id: text,
          entry_page: text,
          referrer: text,
          utm_source: text,
          utm_medium: text,
          utm_campaign: text,
          page_views: pageViews([text, `utm_campaign=${text}`]),
        }),
        RULES
      )
      expect(touch === null || touch.session_id === "session-1").toBe(true)
      expect(touch?.is_paid ?? false).toBe(false)
    }
  )
})
