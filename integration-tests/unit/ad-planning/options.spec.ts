import {
  DEFAULT_PAYMENT_REFERRERS,
  type AdPlanningOptions,
} from "../../../src/modules/ad-planning/types"
import { parseOptions } from "../../../src/modules/ad-planning/utils/options/parse-options"

const secret = "a-secret-of-the-installation"

const defaults: AdPlanningOptions = {
  secret,
  timezone: "UTC",
  fx: [],
  revenue_basis: "total",
  count_when: "placed",
  attribution: {
    lookback_days: 30,
    stop_at_previous_purchase: false,
    training_days: 90,
    own_domains: [],
    internal_utm: "ignore",
    payment_referrers: DEFAULT_PAYMENT_REFERRERS,
    click_ids: "keep",
  },
  experiments: { refund_maturity_days: 14 },
  create_person_from_order: true,
  identity: { max_persons_per_visitor: 3 },
  segments: { history: false },
  retention: { page_view_days: 200 },
  person: { metadata_paths: [] },
  engagement: {
    window_days: 90,
    weights: {
      purchase: 10,
      feedback: 5,
      social_engage: 5,
      form_submit: 3,
      lead_capture: 3,
      page_view: 1,
    },
    max_page_views_per_day: 20,
  },
  clv: { retention_years: 1 },
  churn: { horizon_days: "auto" },
  nps: { link_days: 60, window_days: 90 },
  exclude: { emails: [], customer_groups: [] },
  web: {
    rate_limit: { calls: 300, window_seconds: 60 },
    trusted_proxies: 1,
    max_pending: 5_000,
  },
  jobs: true,
}

/** What parsing complains of, or "" when it does not. */
function complaint(options?: Record<string, unknown>): string {
  try {
    parseOptions(options)
    return ""
  } catch (error) {
    expect(error).toBeInstanceOf(RangeError)
    return error instanceof RangeError ? error.message : ""
  }
}

describe("parseOptions", () => {
  it("fills in every default, and no reporting currency", () => {
    expect(parseOptions({ secret })).toStrictEqual(defaults)
  })

  it("fills in the defaults of a group that is given in part", () => {
    expect(
      parseOptions({ secret, attribution: { lookback_days: 7 } }).attribution
    ).toStrictEqual({ ...defaults.attribution, lookback_days: 7 })
    expect(
      parseOptions({ secret, exclude: { emails: ["*@shop.com"] } }).exclude
    ).toStrictEqual({ emails: ["*@shop.com"], customer_groups: [] })
  })

  it("keeps what is given, with currencies and hosts in small letters", () => {
    expect(
      parseOptions({
        secret,
        timezone: "Europe/Berlin",
        reporting_currency: "EUR",
        fx: [{ from: "USD", to: "eur", rate: 0.9, valid_from: "2026-01-01" }],
        revenue_basis: "net_sales",
        count_when: "captured",
        attribution: {
          lookback_days: 365,
          stop_at_previous_purchase: true,
          own_domains: ["Shop.com", "localhost"],
          payment_referrers: [],
          click_ids: "mask",
        },
        create_person_from_order: false,
        identity: { max_persons_per_visitor: 5 },
        retention: { page_view_days: 61 },
        person: { metadata_paths: ["loyalty.tier"] },
        engagement: {
          window_days: 30,
          weights: { page_view: 0 },
          half_life_days: 14,
        },
        nps: { page_url: "https://shop.com/nps", link_days: 14 },
        exclude: { emails: ["*"], customer_groups: ["staff"] },
        web: {
          allowed_origins: ["https://Shop.com", "http://localhost:8000"],
          rate_limit: { calls: 10 },
          trusted_proxies: ["10.0.0.0/8"],
          max_pending: 7,
        },
        jobs: false,
      })
    ).toStrictEqual({
      secret,
      timezone: "Europe/Berlin",
      reporting_currency: "eur",
      fx: [{ from: "usd", to: "eur", rate: 0.9, valid_from: "2026-01-01" }],
      revenue_basis: "net_sales",
      count_when: "captured",
      attribution: {
        lookback_days: 365,
        stop_at_previous_purchase: true,
        own_domains: ["shop.com", "localhost"],
        internal_utm: "ignore",
        payment_referrers: [],
        training_days: 90,
        click_ids: "mask",
      },
      create_person_from_order: false,
      identity: { max_persons_per_visitor: 5 },
      retention: { page_view_days: 61 },
      segments: { history: false },
      person: { metadata_paths: ["loyalty.tier"] },
      engagement: {
        window_days: 30,
        weights: {
          purchase: 10,
          feedback: 5,
          social_engage: 5,
          form_submit: 3,
          lead_capture: 3,
          page_view: 0,
        },
        max_page_views_per_day: 20,
        half_life_days: 14,
      },
      nps: { page_url: "https://shop.com/nps", link_days: 14, window_days: 90 },
      exclude: { emails: ["*"], customer_groups: ["staff"] },
      web: {
        allowed_origins: ["https://shop.com", "http://localhost:8000"],
        rate_limit: { calls: 10, window_seconds: 60 },
        trusted_proxies: ["10.0.0.0/8"],
        max_pending: 7,
      },
      clv: { retention_years: 1 },
      churn: { horizon_days: "auto" },
      experiments: { refund_maturity_days: 14 },
      jobs: false,
    })
  })

  it.each([
    [
      "no secret",
      { secret: undefined },
      "option `secret` is required: a string of at least 16 characters",
    ],
    [
      "a number as secret",
      { secret: 1234567890123456 },
      "option `secret` is required: a string of at least 16 characters",
    ],
    [
      "a short secret",
      { secret: "123456789012345" },
      "option `secret` must have at least 16 characters",
    ],
    [
      "a zone that is none",
      { timezone: "Mars/Phobos" },
      "option `timezone` must be an IANA zone such as Europe/Berlin",
    ],
    [
      "an empty zone",
      { timezone: "" },
      "option `timezone` must be an IANA zone such as Europe/Berlin",
    ],
    [
      "a currency's name",
      { reporting_currency: "euro" },
      "option `reporting_currency` must be an ISO 4217 code such as eur",
    ],
    [
      "a rate given twice",
      {
        fx: [
          { from: "eur", to: "usd", rate: 1 },
          { from: "EUR", to: "USD", rate: 2 },
        ],
      },
      "option `fx.1` repeats the rate of eur to usd",
    ],
    [
      "a rate's currency",
      { fx: [{ from: "€", to: "usd", rate: 1 }] },
      "option `fx.0.from` must be an ISO 4217 code such as eur",
    ],
    [
      "a rate's day",
      { fx: [{ from: "eur", to: "usd", rate: 1, valid_from: "1.1.2026" }] },
      "option `fx.0.valid_from` must be a date YYYY-MM-DD",
    ],
    [
      "a host with a scheme",
      { attribution: { own_domains: ["shop.com", "https://shop.de"] } },
      "option `attribution.own_domains.1` must be a host name such as shop.com",
    ],
    [
      "a host with a path",
      { attribution: { payment_referrers: ["pay.com/x"] } },
      "option `attribution.payment_referrers.0` must be a host name such as shop.com",
    ],
  ])("refuses %s, and says so", (_case, wrong, message) => {
    expect(complaint({ secret, ...wrong })).toBe(`ad-planning: ${message}`)
  })

  it.each([
    ["timezone", { timezone: 1 }],
    ["reporting_currency", { reporting_currency: null }],
    ["fx", { fx: {} }],
    ["fx.0.rate", { fx: [{ from: "eur", to: "usd", rate: 0 }] }],
    ["fx.0.rate", { fx: [{ from: "eur", to: "usd", rate: -1 }] }],
    ["fx.0.rate", { fx: [{ from: "eur", to: "usd", rate: "1.1" }] }],
    ["fx.0.rate", { fx: [{ from: "eur", to: "usd" }] }],
    ["fx.0.to", { fx: [{ from: "eur", rate: 1 }] }],
    ["revenue_basis", { revenue_basis: "gross" }],
    ["revenue_basis", { revenue_basis: "constructor" }],
    ["count_when", { count_when: "paid" }],
    ["attribution", { attribution: 30 }],
    ["attribution.click_ids", { attribution: { click_ids: "hash" } }],
    ["attribution.lookback_days", { attribution: { lookback_days: 0 } }],
    ["attribution.lookback_days", { attribution: { lookback_days: 366 } }],
    ["attribution.lookback_days", { attribution: { lookback_days: 1.5 } }],
    ["attribution.lookback_days", { attribution: { lookback_days: "30" } }],
    ["attribution.own_domains", { attribution: { own_domains: "shop.com" } }],
    [
      "attribution.payment_referrers",
      { attribution: { payment_referrers: null } },
    ],
    ["create_person_from_order", { create_person_from_order: "false" }],
    ["identity", { identity: 3 }],
    [
      "identity.max_persons_per_visitor",
      { identity: { max_persons_per_visitor: 0 } },
    ],
    ["retention.page_view_days", { retention: { page_view_days: 0.5 } }],
    ["retention.page_view_days", { retention: { page_view_days: 180 } }],
    [
      "engagement.weights.purchase",
      { engagement: { weights: { purchase: -1 } } },
    ],
    ["nps.page_url", { nps: { page_url: "javascript:alert(1)" } }],
    ["person.metadata_paths.0", { person: { metadata_paths: ["a..b"] } }],
    ["exclude", { exclude: [] }],
    ["exclude.emails.0", { exclude: { emails: [""] } }],
    ["exclude.customer_groups.0", { exclude: { customer_groups: [7] } }],
    ["jobs", { jobs: 1 }],
  ])("names the option `%s` for %j", (name, wrong) => {
    expect(complaint({ secret, ...wrong })).toContain(
      `ad-planning: option \`${name}\` `
    )
  })

  it.each([
    ["an option", { lookback: 90 }, "`lookback`"],
    ["a misspelt option", { timeZone: "UTC" }, "`timeZone`"],
    ["two options", { a: 1, b: 2 }, "`a`, `b`"],
    [
      "one of a group",
      { attribution: { lookback: 30 } },
      "`attribution.lookback`",
    ],
    ["one of the exclusions", { exclude: { email: [] } }, "`exclude.email`"],
    [
      "one of a rate",
      { fx: [{ from: "eur", to: "usd", rate: 1, until: "2026-01-01" }] },
      "`fx.0.until`",
    ],
    [
      "the framework's key inside a group",
      { attribution: { database: {} } },
      "`attribution.database`",
    ],
  ])("refuses %s that it does not know", (_case, unknown, names) => {
    expect(complaint({ secret, ...unknown })).toBe(
      `ad-planning: unknown option ${names}`
    )
  })

  it("names every wrong option at once", () => {
    const message = complaint({ secret: "short", timezone: "x", nonsense: 1 })
    expect(message).toContain("`secret`")
    expect(message).toContain("`timezone`")
    expect(message).toContain("`nonsense`")
  })

  it("quotes no value: one of them may be a secret", () => {
    const message = complaint({
      secret: "hunter2",
      timezone: "hunter2",
      reporting_currency: "hunter2",
      revenue_basis: "hunter2",
      fx: "hunter2",
      attribution: { own_domains: ["hunter2/"] },
      jobs: "hunter2",
      password: "hunter2",
    })
    expect(message).toContain("`password`")
    expect(message).not.toContain("hunter2")
  })

  const database = { clientUrl: "postgres://medusa:hunter2@localhost/shop" }

  it("drops the framework's `database`", () => {
    expect(parseOptions({ secret, database })).toStrictEqual(defaults)
  })

  it("never has the framework's `database` in a message", () => {
    const message = complaint({ database, nonsense: 1 })
    expect(message).toBe(
      "ad-planning: option `secret` is required: a string of at least 16 characters; unknown option `nonsense`"
    )
  })

  it("needs a secret even without options", () => {
    expect(complaint()).toBe(
      "ad-planning: option `secret` is required: a string of at least 16 characters"
    )
  })

  it("leaves its input alone", () => {
    const options = { secret, database, reporting_currency: "EUR" }
    parseOptions(options)
    expect(options).toStrictEqual({
      secret,
      database,
      reporting_currency: "EUR",
    })
  })
})
