import {
  CLICK_ID_NAMES,
  UTM_FIELDS,
} from "../../../src/modules/ad-planning/types/enums"
import {
  CAMPAIGN_FIELDS,
  cut,
  isDirect,
  namesAnother,
  touchOf,
} from "../../../src/pixel/touch"

const at = Date.UTC(2026, 7, 3, 10)
const touch_at = "2026-08-03T10:00:00.000Z"
const landing_page = "https://shop.com/shirts"
const visit = (query: string, referrer = "") =>
  touchOf({ href: `${landing_page}${query}`, referrer, at })

describe("CAMPAIGN_FIELDS", () => {
  it("are those that the server reads of an order", () => {
    expect(CAMPAIGN_FIELDS).toEqual([...UTM_FIELDS, ...CLICK_ID_NAMES])
  })
})

describe("touchOf", () => {
  it("reads every campaign field, and of the address no more", () => {
    const fields = CAMPAIGN_FIELDS.map((field) => [field, `its ${field}`])
    const query = new URLSearchParams([
      ...fields.map(([field, value]) => [field!, value!]),
      ["email", "jane@example.com"],
    ])
    expect(visit(`?${query}#top`, "https://www.google.com/")).toEqual({
      ...Object.fromEntries(fields),
      landing_page,
      referrer: "https://www.google.com/",
      touch_at,
    })
  })

  it.each([
    ["nothing", "", ""],
    ["empty parameters", "?utm_source=&gclid", ""],
    ["other parameters", "?page=2&utm_nonsense=1", ""],
    ["a page of its own as referrer", "", "https://shop.com/?utm_source=a"],
  ])("finds nothing in %s", (_case, query, referrer) => {
    expect(visit(query, referrer)).toEqual({ landing_page, touch_at })
  })

  it.each([
    ["another site", "https://blog.example.com/a"],
    ["another port", "https://shop.com:8443/"],
    ["a site with the shop's name in it", "https://shop.com.example.org/"],
    ["an app", "android-app://com.google.android.gm/"],
  ])("keeps %s as referrer", (_case, referrer) => {
    expect(visit("", referrer).referrer).toBe(referrer)
  })

  it("decodes a parameter, and takes the first of two", () => {
    expect(visit("?utm_campaign=Sale%20%C3%BC+1&utm_campaign=b")).toEqual({
      utm_campaign: "Sale ü 1",
      landing_page,
      touch_at,
    })
  })

  it.each(["?ScCid=a", "?sccid=a", "?ScCid=&sccid=a"])(
    "takes Snapchat's click id of %s",
    (query) => {
      expect(visit(query)).toEqual({ ScCid: "a", landing_page, touch_at })
    }
  )

  it("cuts a parameter to what the server takes", () => {
    expect(visit(`?gclid=${"x".repeat(600)}`).gclid).toHaveLength(512)
  })
})

describe("cut", () => {
  it.each([
    ["abc", 2, "ab"],
    ["abc", 3, "abc"],
    ["a\0b\0", 4, "ab"],
    // Each of these is two characters long.
    ["a😀😀", 2, "a"],
    ["a😀😀", 3, "a😀"],
  ])("of %j, to %i, is %j", (text, length, expected) => {
    expect(cut(text, length)).toBe(expected)
  })
})

describe("namesAnother", () => {
  const session = visit("?utm_source=a&utm_campaign=one&gclid=1")

  it.each([
    ["the same link", "?utm_source=a&utm_campaign=one&gclid=1", false],
    ["no campaign", "", false],
    ["a part of the link", "?gclid=1", false],
    ["another campaign", "?utm_source=a&utm_campaign=two&gclid=1", true],
    ["another click", "?utm_source=a&utm_campaign=one&gclid=2", true],
    ["one more parameter", "?gclid=1&utm_term=shirt", true],
  ])("%s: %s is %s", (_case, query, expected) => {
    expect(namesAnother(visit(query), session)).toBe(expected)
  })

  it("a referrer alone names none", () => {
    expect(namesAnother(visit("", "https://t.co/"), session)).toBe(false)
  })
})

describe("isDirect", () => {
  it.each([
    ["", "", true],
    ["?utm_id=1", "", false],
    ["?fbclid=1", "", false],
    ["", "https://t.co/", false],
  ])("%j from %j: %s", (query, referrer, expected) => {
    expect(isDirect(visit(query, referrer))).toBe(expected)
  })
})
