import { withStoreHosts } from "../../../src/modules/ad-planning/utils/options/with-store-hosts"
import { parseOptions } from "../../../src/modules/ad-planning/utils/options/parse-options"
import { classifyTouch } from "../../../src/modules/ad-planning/utils/attribution/classify-touch"
import {
  hostsOfOrigins,
  isCheckoutPage,
} from "../../../src/modules/ad-planning/utils/attribution/referrer"
import {
  sessionTouch,
  type SessionRow,
} from "../../../src/modules/ad-planning/utils/attribution/session-touch"
import { signals } from "./helpers/touches"

const RULES = { own_domains: [], payment_referrers: [] }

function session(overrides: Partial<SessionRow> = {}): SessionRow {
  return {
    id: "as_1",
    session_id: "s1",
    visitor_id: "v1",
    website_id: "site",
    started_at: new Date("2026-08-03T10:00:00Z"),
    entry_page: "/next",
    referrer: "https://www.shop.example/",
    utm_source: null,
    utm_medium: null,
    utm_campaign: null,
    utm_term: null,
    utm_content: null,
    page_views: [],
    ...overrides,
  }
}

const view = (query_string: string | null, referrer: string | null = null) => ({
  query_string,
  referrer,
  host: "checkout.shop.example",
})

describe("the shop's own hosts", () => {
  it.each([
    [
      "www and checkout",
      "https://checkout.shop.co.uk/",
      "https://www.shop.co.uk/",
    ],
    ["another port", "https://shop.com/", "https://shop.com:8443/"],
    ["an address", "http://127.0.0.1:9/", "http://127.0.0.1:8/"],
  ])("are of one registered domain: %s", (_case, landing_page, referrer) => {
    expect(classifyTouch(signals({ landing_page, referrer }), RULES)).toBeNull()
  })

  it.each([
    ["a public suffix", "https://shop.co.uk/", "https://other.co.uk/"],
    [
      "a host of many shops",
      "https://ann.myshopify.com/",
      "https://bob.myshopify.com/",
    ],
    ["another ending", "https://shop.com/", "https://shop.de/"],
  ])("are not what shares %s", (_case, landing_page, referrer) => {
    expect(
      classifyTouch(signals({ landing_page, referrer }), RULES)?.channel_group
    ).toBe("Referral")
  })

  it("are those that the script told with its page views", () => {
    expect(sessionTouch(session(), RULES)?.channel_group).toBe("Referral")
    expect(
      sessionTouch(session({ page_views: [view(null)] }), RULES)
    ).toBeNull()
  })

  it("are those of storeCors, patterns left out", () => {
    const origins =
      "https://www.shop.co.uk, http://localhost:8000,/\\.shop\\.example$/,https://shop.de:8443"
    expect(hostsOfOrigins(origins)).toEqual(["shop.co.uk", "shop.de"])
    const options = parseOptions({
      secret: "a secret of this test",
      attribution: { own_domains: ["shop.de"] },
    })
    expect(withStoreHosts(options, origins).attribution.own_domains).toEqual([
      "shop.de",
      "shop.co.uk",
    ])
    expect(withStoreHosts(options)).toEqual(options)
  })
})

describe("coming back from paying", () => {
  it.each([
    ["/checkout/return", true],
    ["https://shop.com/gb/checkout?step=payment", true],
    ["/cart", true],
    ["/order/confirmed/order_1", true],
    ["/order-confirmation", true],
    ["/carts-and-wagons", false],
    ["/products/checkout-counter", false],
    ["/", false],
  ])("is seen by the page %s: %s", (page, isCheckout) => {
    expect(isCheckoutPage(page)).toBe(isCheckout)
  })

  it("is no touch, whatever bank it is; a campaign on such a page is one", () => {
    const landing_page = "https://shop.com/checkout/return"
    const referrer = "https://acs.examplebank.de/"
    expect(classifyTouch(signals({ landing_page, referrer }), RULES)).toBeNull()
    expect(
      classifyTouch(
        signals({
          landing_page,
          referrer,
          utm_source: "news",
          utm_medium: "email",
        }),
        RULES
      )?.channel_group
    ).toBe("Email")
  })
})

describe("a link of the shop itself with utm values", () => {
  const internal = {
    landing_page: "https://shop.com/sale",
    referrer: "https://shop.com/",
    utm_source: "homepage",
    utm_medium: "banner",
    utm_campaign: "hero",
  }

  it("is no touch, unless the store counts them", () => {
    expect(classifyTouch(signals(internal), RULES)).toBeNull()
    expect(
      classifyTouch(signals(internal), { ...RULES, internal_utm: "count" })
    ).toMatchObject({ channel_group: "Display" })
  })

  it("is one with a click id: an ad network added that", () => {
    expect(
      classifyTouch(signals({ ...internal, click_ids: { gclid: "x" } }), RULES)
        ?.is_paid
    ).toBe(true)
  })

  const hero = "utm_source=homepage&utm_medium=banner&utm_campaign=hero"
  const row = {
    utm_source: "homepage",
    utm_medium: "banner",
    utm_campaign: "hero",
    referrer: "https://www.bing.com/",
    page_views: [
      view(null, "https://www.bing.com/"),
      view(hero, "https://www.shop.example/"),
    ],
  }

  it("leaves the visit what it came from, though the session's row names it", () => {
    expect(sessionTouch(session(row), RULES)).toMatchObject({
      channel_group: "Organic Search",
      utm_campaign: null,
      other_campaigns: null,
    })
    expect(
      sessionTouch(session(row), { ...RULES, internal_utm: "count" })
    ).toMatchObject({ utm_campaign: "hero" })
  })

  it("stays what it is where a foreign page had the same link", () => {
    expect(
      sessionTouch(
        session({
          ...row,
          page_views: [
            ...row.page_views,
            view(hero, "https://blog.example.org/"),
          ],
        }),
        RULES
      )
    ).toMatchObject({ utm_campaign: "hero" })
  })
})
