import { IncomingMessage } from "node:http"
import { Socket } from "node:net"
import * as fc from "fast-check"
import { clientKey } from "../../../src/api/web/ad-planning/client-address"
import { toConversion } from "../../../src/api/web/ad-planning/track-conversion/to-conversion"
import type {
  ConversionInput,
  Goal,
  MessageSignals,
} from "../../../src/modules/ad-planning/types"
import { conversionFact } from "../../../src/modules/ad-planning/utils/conversions/conversion-fact"
import { readEngagement } from "../../../src/modules/ad-planning/utils/conversions/engagement"
import { messageTouch } from "../../../src/modules/ad-planning/utils/conversions/message-touch"
import { purchaseClaim } from "../../../src/modules/ad-planning/utils/conversions/purchase-claim"
import { parseOptions } from "../../../src/modules/ad-planning/utils/options/parse-options"
import { eventToConversion } from "../../../src/sources/event-to-conversion"
import { conversionInput } from "../../helpers/facts"
import { checkProperty } from "./helpers/check-property"
import { goal as anyGoal } from "./helpers/goals"

const AT = "2026-10-01T11:00:00.000Z"
const options = parseOptions({
  secret: "a-secret-of-the-installation",
  timezone: "Europe/Berlin",
  reporting_currency: "eur",
  fx: [{ from: "usd", to: "eur", rate: 0.9 }],
})
const rules = options.attribution

const signals = (other: Partial<MessageSignals> = {}): MessageSignals => ({
  utm_source: null,
  utm_medium: null,
  utm_campaign: null,
  utm_term: null,
  utm_content: null,
  utm_id: null,
  click_ids: {},
  landing_page: null,
  referrer: null,
  touch_at: null,
  ...other,
})

const goal = (other: Partial<Goal> = {}): Goal =>
  anyGoal({
    id: "goal_1",
    goal_type: "add_to_cart",
    created_at: new Date("2026-01-01"),
    ...other,
  })

describe("readEngagement", () => {
  it.each([
    [null, null, null],
    [{}, null, null],
    [{ depth: 75, page: "/a" }, null, 75],
    [{ seconds: 120 }, 120, null],
    [{ scroll_depth: 50, time_on_page: 12.5 }, 12.5, 50],
    [{ max_scroll_depth: 100, time_on_page: 0 }, 0, 100],
    [{ depth: "75", seconds: "120" }, null, null],
    [{ depth: 101, seconds: -1 }, null, null],
    [{ depth: NaN, seconds: Infinity }, null, null],
    // Only what the tracker itself wrote.
    [Object.create({ depth: 75 }), null, null],
  ])("of %j is %p seconds and %p percent", (metadata, seconds, percent) => {
    expect(readEngagement(metadata)).toEqual({
      seconds,
      scroll_percent: percent,
    })
  })
})

describe("messageTouch", () => {
  const input = (
    told: MessageSignals | null,
    other: Partial<ConversionInput> = {}
  ) => conversionInput("a", { signals: told, ...other })

  it.each([
    ["no signals", null],
    ["empty signals", signals()],
    ["a landing page alone", signals({ landing_page: "https://shop.de/" })],
    [
      "a referrer of the shop's own",
      signals({
        landing_page: "https://shop.de/a",
        referrer: "https://shop.de/",
      }),
    ],
  ])("is none for %s", (_name, told) => {
    expect(messageTouch(input(told), rules)).toBeNull()
  })

  it("is the session's, from when the campaign was seen", () => {
    const told = signals({
      utm_source: "google",
      utm_medium: "cpc",
      touch_at: "2026-10-01T10:00:00Z",
    })
    expect(messageTouch(input(told), rules)).toMatchObject({
      touch_key: "session:s",
      source: "session",
      session_id: "s",
      visitor_id: "v",
      channel_group: "Paid Search",
      platform: "google",
      started_at: new Date("2026-10-01T10:00:00Z"),
      confidence: "dated",
    })
  })

  it("is never after its conversion, whatever the browser's clock says", () => {
    const late = signals({ utm_source: "x", touch_at: "2027-01-01T00:00:00Z" })
    expect(messageTouch(input(late), rules)?.started_at).toEqual(new Date(AT))
  })

  it("is the message's own without a session", () => {
    const told = signals({ click_ids: { gclid: "g" } })
    const touch = messageTouch(input(told, { session_id: null }), rules)
    expect(touch).toMatchObject({
      touch_key: "pixel:a",
      source: "conversion",
      session_id: null,
      // Or it would be a touch of the visitor's other conversions, too.
      visitor_id: null,
    })
  })

  it("is the conversion's own where a person chose its campaign", () => {
    const touch = messageTouch(input(null, { ad_campaign_id: "c" }), rules)
    expect(touch).toMatchObject({
      touch_key: "pixel:a",
      source: "conversion",
      is_paid: true,
      claims_campaign: true,
    })
  })
})

describe("conversionFact", () => {
  it("files an amount under the day and rate of the shop's zone", () => {
    const fact = conversionFact(
      conversionInput("a", {
        currency: "usd",
        converted_at: "2026-10-01T22:30:00Z",
      }),
      [],
      options
    )
    expect(fact).toMatchObject({
      fx_date: "2026-10-02",
      fx: { currency: "eur", rate: "0.9" },
      conversion_value: "20",
    })
  })

  it.each([
    ["its own value", goal(), "20", "gbp"],
    [
      "the goal's value",
      goal({ default_value: "5", currency: "eur" }),
      "5",
      "eur",
    ],
    [
      "its own value before the goal's",
      goal({ default_value: "5", currency: "eur", value_from_event: true }),
      "20",
      "gbp",
    ],
  ])("has %s", (_name, met, value, currency) => {
    const fact = conversionFact(conversionInput("a"), [met], options)
    expect([fact.goal_id, fact.conversion_value, fact.currency]).toEqual([
      "goal_1",
      value,
      currency,
    ])
  })

  it("never keeps an amount without a currency, or a currency without an amount", () => {
    checkProperty(
      fc.property(
        fc.option(fc.constantFrom("0", "12.5")),
        fc.option(fc.constantFrom("eur", "jpy")),
        fc.option(fc.constantFrom("7")),
        fc.option(fc.constantFrom("usd")),
        fc.boolean(),
        (value, currency, default_value, goalCurrency, value_from_event) => {
          const fact = conversionFact(
            conversionInput("a", { value, currency }),
            [goal({ default_value, currency: goalCurrency, value_from_event })],
            options
          )
          expect(fact.conversion_value === null).toBe(fact.currency === null)
          expect(fact.goal_id).toBe("goal_1")
        }
      )
    )
  })
})

describe("purchaseClaim", () => {
  it("needs an order", () => {
    expect(() => purchaseClaim(conversionInput("a"), rules)).toThrow(
      new RangeError("purchase pixel:a must name its order_id")
    )
  })
})

describe("eventToConversion", () => {
  const event = {
    id: "anevt_1",
    website_id: "site",
    event_type: "custom_event",
    event_name: "add_to_cart",
    pathname: "/a",
    visitor_id: "anonymous",
    session_id: "s",
    device_type: "mobile",
    utm_source: null,
    utm_medium: null,
    utm_campaign: null,
    utm_term: null,
    utm_content: null,
    metadata: { value: 12.5, currency: "EUR" },
    timestamp: new Date(AT),
  }

  it("is null without a goal that it meets", () => {
    expect(eventToConversion(event, [])).toBeNull()
    expect(
      eventToConversion(event, [goal({ goal_type: "page_view" })])
    ).toBeNull()
  })

  it.each([
    [{ value: 12.5, currency: "EUR" }, "12.5", "eur"],
    [{ value: "12.5", currency: "EUR" }, null, "eur"],
    [{ value: -1, currency: "%" }, null, null],
    [null, null, null],
  ])("reads the value of %j", (metadata, value, currency) => {
    const conversion = eventToConversion({ ...event, metadata }, [goal()])
    expect(conversion).toMatchObject({
      idempotency_key: "analytics_event:anevt_1",
      goal_id: "goal_1",
      // A placeholder is nobody.
      visitor_id: null,
      value,
      currency,
    })
  })
})

describe("toConversion", () => {
  const receivedAt = new Date(AT)
  const message = { conversion_type: "custom" as const }

  it("names a message by its event id, and a purchase by who reports what", () => {
    const keyOf = (other: object) =>
      toConversion({ ...message, ...other }, receivedAt).idempotency_key
    expect(keyOf({ event_id: "e" })).toBe("pixel:e")
    expect(keyOf({})).not.toBe(keyOf({}))
    const purchase = {
      conversion_type: "purchase",
      order_id: "o",
      visitor_id: "v",
    }
    expect(keyOf(purchase)).toBe(keyOf(purchase))
    expect(keyOf(purchase)).not.toBe(keyOf({ ...purchase, visitor_id: "w" }))
  })

  it.each([
    ["/a?email=ada@example.com", "/a"],
    ["/a#token", "/a"],
    ["?q", null],
  ])("keeps of the page %s only %p", (pathname, kept) => {
    expect(toConversion({ ...message, pathname }, receivedAt).pathname).toBe(
      kept
    )
  })

  it.each([
    [undefined, AT],
    ["2026-10-01T10:00:00Z", "2026-10-01T10:00:00.000Z"],
    ["2026-09-30T11:00:00Z", "2026-09-30T11:00:00.000Z"],
    ["2026-09-30T10:59:59Z", AT],
    ["2026-10-01T11:00:01Z", AT],
  ])("that happened at %s is filed under %s", (occurred_at, filed) => {
    expect(
      toConversion({ ...message, occurred_at }, receivedAt).converted_at
    ).toBe(filed)
  })
})

describe("clientKey", () => {
  const request = (remote: string, forwarded?: string) => {
    const socket = new Socket()
    Object.defineProperty(socket, "remoteAddress", { value: remote })
    const req = new IncomingMessage(socket)
    if (forwarded) {
      req.headers["x-forwarded-for"] = forwarded
    }
    return req
  }
  const keyOf = (
    trusted_proxies: number | string[],
    remote: string,
    forwarded?: string
  ) =>
    clientKey(request(remote, forwarded), {
      secret: options.secret,
      web: { ...options.web, trusted_proxies },
    })
  const CLIENT = "203.0.113.9"
  const PROXY = "10.0.0.1"

  it.each([
    ["no proxy", 0, CLIENT, `${PROXY}, 1.2.3.4`],
    ["one proxy", 1, PROXY, `1.2.3.4, ${CLIENT}`],
    ["two proxies", 2, PROXY, `1.2.3.4, ${CLIENT}, 10.0.0.2`],
    ["a subnet of proxies", ["10.0.0.0/8"], PROXY, `1.2.3.4, ${CLIENT}`],
  ])("with %s is the client's", (_name, trusted, remote, forwarded) => {
    expect(keyOf(trusted, remote, forwarded)).toBe(keyOf(0, CLIENT))
  })

  it("holds no address, and differs between installations", () => {
    const key = keyOf(0, CLIENT)
    expect(key).toMatch(/^[\w-]{43}$/)
    const other = clientKey(request(CLIENT), {
      secret: "another-secret-of-another",
      web: options.web,
    })
    expect(other).not.toBe(key)
  })
})
