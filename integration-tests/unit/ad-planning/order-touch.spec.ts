import { orderTouch } from "../../../src/modules/ad-planning/utils/attribution/order-touch"
import { HOSTILE_TEXTS, RULES } from "./helpers/touches"

const placedAt = new Date("2026-08-03T10:00:00Z")

function touchOf(metadata: Record<string, unknown> | null) {
  return orderTouch({ id: "order_1", metadata, placed_at: placedAt }, RULES)
}

const stamp = {
  utm_source: "google",
  utm_medium: "cpc",
  utm_campaign: "brand",
  gclid: "abc",
}

describe("orderTouch", () => {
  it("is the order's own touch, with everything the storefront stamped", () => {
    expect(
      touchOf({
        ...stamp,
        visitor_id: "visitor-1",
        session_id: "session-1",
        website_id: "site-1",
        landing_page: "https://shop.com/shirts",
        referrer: "https://www.google.com/",
        touch_at: "2026-08-01T09:00:00Z",
        gift_note: "Happy birthday",
      })
    ).toEqual({
      touch_key: "order:order_1",
      source: "order",
      session_id: "session-1",
      analytics_session_id: null,
      order_id: "order_1",
      visitor_id: "visitor-1",
      website_id: "site-1",
      started_at: new Date("2026-08-01T09:00:00Z"),
      confidence: "dated",
      utm_source: "google",
      utm_medium: "cpc",
      utm_campaign: "brand",
      utm_term: null,
      utm_content: null,
      utm_id: null,
      click_ids: { gclid: "abc" },
      landing_page: "https://shop.com/shirts",
      referrer: "https://www.google.com/",
      channel_group: "Paid Search",
      platform: "google",
      is_paid: true,
      claims_campaign: true,
      other_campaigns: null,
    })
  })

  it.each([
    ["no metadata", null],
    ["empty metadata", {}],
    ["only a visitor", { visitor_id: "visitor-1", session_id: "session-1" }],
    ["explicit nulls", { utm_source: null, gclid: null, referrer: null }],
    ["empty text", { utm_source: "", gclid: " " }],
    ["the shop as referrer", { referrer: "https://shop.com/" }],
    ["a payment provider as referrer", { ref: "https://js.stripe.com/" }],
    ["a direct visit", { utm_source: "(direct)", utm_medium: "(none)" }],
    ["an object for a parameter", { utm_source: { a: 1 } }],
  ])("is null with %s", (_case, metadata) => {
    expect(touchOf(metadata)).toBeNull()
  })

  it.each([
    ["an ISO time", "2026-08-01T09:00:00Z", "2026-08-01T09:00:00.000Z"],
    [
      "an ISO time with an offset",
      "2026-08-01T11:00:00+02:00",
      "2026-08-01T09:00:00.000Z",
    ],
    ["milliseconds", 1_785_574_800_000, "2026-08-01T09:00:00.000Z"],
    [
      "the very time of the order",
      "2026-08-03T10:00:00Z",
      "2026-08-03T10:00:00.000Z",
    ],
  ])("is dated by %s", (_case, touch_at, started_at) => {
    const touch = touchOf({ ...stamp, touch_at })
    expect(touch?.confidence).toBe("dated")
    expect(touch?.started_at.toISOString()).toBe(started_at)
  })

  it.each([
    ["no time", undefined],
    ["null", null],
    ["a word", "yesterday"],
    ["empty text", ""],
    ["a second after the order", "2026-08-03T10:00:01Z"],
    ["a year after the order", "2027-08-03T10:00:00Z"],
    ["a list", ["2026-08-01T09:00:00Z"]],
    ["true", true],
    ["NaN", Number.NaN],
  ])("is undated, at the order's time, with %s", (_case, touch_at) => {
    expect(touchOf({ ...stamp, touch_at })).toMatchObject({
      confidence: "undated",
      started_at: placedAt,
    })
  })

  it("takes `ref` where there is no referrer", () => {
    const ref = "https://blog.example/post"
    expect(touchOf({ ref })).toMatchObject({
      referrer: ref,
      channel_group: "Referral",
    })
    expect(touchOf({ ref, referrer: "https://www.bing.com/" })).toMatchObject({
      referrer: "https://www.bing.com/",
      channel_group: "Organic Search",
    })
  })

  it.each(["undefined", "0", "constructor", "__proto__"])(
    "has no visitor and session for the placeholder %s",
    (id) => {
      expect(
        touchOf({ ...stamp, visitor_id: id, session_id: id })
      ).toMatchObject({ visitor_id: null, session_id: null })
    }
  )

  it.each(HOSTILE_TEXTS)("survives %j in every field", (text) => {
    const touch = touchOf({
      utm_source: text,
      utm_medium: text,
      utm_campaign: text,
      referrer: text,
      landing_page: text,
      touch_at: text,
      visitor_id: text,
    })
    expect(touch === null || touch.order_id === "order_1").toBe(true)
    expect(touch?.is_paid ?? false).toBe(false)
  })
})
