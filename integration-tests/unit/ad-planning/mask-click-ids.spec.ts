import { createHmac } from "node:crypto"
import fc from "fast-check"
import { CLICK_ID_NAMES } from "../../../src/modules/ad-planning/types"
import { maskClickIds } from "../../../src/modules/ad-planning/utils/attribution/mask-click-ids"
import {
  orderTouch,
  sessionTouch,
} from "../../../src/modules/ad-planning/utils/attribution-resolver"
import { checkProperty } from "./helpers/check-property"
import { HOSTILE_TEXTS, NO_UTM, RULES, pageViews } from "./helpers/touches"

const SECRET = "a secret of this installation"
const hash = (name: string, value: string) =>
  createHmac("sha256", SECRET).update(`${name}=${value}`).digest("hex")
const masked = (fact: unknown) => maskClickIds(fact, SECRET)

const CLICK = "Cj0KCQjw-click_1"
const GCLID = hash("gclid", CLICK)

describe("maskClickIds", () => {
  it.each(CLICK_ID_NAMES)("hashes %s by name and value", (name) => {
    expect(masked({ click_ids: { [name]: CLICK } })).toEqual({
      click_ids: { [name]: hash(name, CLICK) },
    })
  })

  it.each<[string, unknown, unknown]>([
    [
      "in an address",
      `https://s.com/?gclid=${CLICK}#a`,
      `https://s.com/?gclid=${GCLID}#a`,
    ],
    [
      "after another parameter",
      `/p?a=1&gclid=${CLICK}&b=2`,
      `/p?a=1&gclid=${GCLID}&b=2`,
    ],
    ["in a bare query", `gclid=${CLICK}`, `gclid=${GCLID}`],
    ["in capitals", `?GCLID=${CLICK}`, `?GCLID=${GCLID}`],
    ["encoded", "?gclid=a%2Bb", `?gclid=${hash("gclid", "a+b")}`],
    ["of Snapchat, in lower case", "?sccid=a", `?sccid=${hash("ScCid", "a")}`],
    [
      "in an address in an address",
      `?to=https%3A%2F%2Fs.com%2F%3Fgclid%3D${CLICK}%26b%3D2`,
      `?to=https%3A%2F%2Fs.com%2F%3Fgclid%3D${GCLID}%26b%3D2`,
    ],
    [
      "twice",
      "?gclid=a&gclid=b",
      `?gclid=${hash("gclid", "a")}&gclid=${hash("gclid", "b")}`,
    ],
  ])("hashes one %s", (_case, landing_page, expected) => {
    expect(masked({ landing_page })).toEqual({ landing_page: expected })
  })

  it.each([
    ["another parameter's name", "?mygclid=1&gclid_x=2&dclids=3"],
    ["an empty one", "?gclid=&a=1"],
    ["a word", "the gclid is not here"],
    ["a query without one", "https://s.com/?utm_source=google"],
  ])("leaves %s", (_case, landing_page) => {
    expect(masked({ landing_page })).toEqual({ landing_page })
  })

  it("finds them at any depth, as text, number or list", () => {
    const startedAt = new Date(0)
    expect(
      masked({
        at: startedAt,
        value: 12.5,
        flag: true,
        none: null,
        metadata: { a: [{ fbclid: 12 }], ttclid: ["x", "y"], url: "?gclid=z" },
      })
    ).toEqual({
      at: startedAt,
      value: 12.5,
      flag: true,
      none: null,
      metadata: {
        a: [{ fbclid: hash("fbclid", "12") }],
        ttclid: [hash("ttclid", "x"), hash("ttclid", "y")],
        url: `?gclid=${hash("gclid", "z")}`,
      },
    })
  })

  it("finds one that a utm value repeats, and leaves what rows are found by", () => {
    const fact = {
      touch_key: "session:s",
      session_id: "s",
      source: "session",
      utm_term: "s",
      utm_campaign: "Sale",
      other_campaigns: ["s", "t"],
      click_ids: { gclid: "s", fbclid: "session" },
      visitor_id: "?gclid=v",
    }
    const click = hash("gclid", "s")
    expect(masked(fact)).toEqual({
      ...fact,
      utm_term: click,
      other_campaigns: [click, "t"],
      click_ids: { gclid: click, fbclid: hash("fbclid", "session") },
    })
  })

  it("says nothing without the secret: another one gives other texts", () => {
    const fact = { gclid: CLICK }
    expect(maskClickIds(fact, "another secret entirely")).not.toEqual(
      masked(fact)
    )
  })

  it("keeps a stamp equal to the session it repeats", () => {
    const query = `utm_source=google&utm_medium=cpc&gclid=${CLICK}`
    const session = sessionTouch(
      {
        ...NO_UTM,
        id: "as_1",
        session_id: "s",
        visitor_id: "v",
        website_id: null,
        started_at: new Date("2026-08-03T10:00:00Z"),
        entry_page: `https://shop.com/?${query}`,
        referrer: null,
        page_views: pageViews([query]),
      },
      RULES
    )!
    const stamp = orderTouch(
      {
        id: "order_1",
        metadata: { gclid: ` ${CLICK} ` },
        placed_at: new Date("2026-08-03T11:00:00Z"),
      },
      RULES
    )!
    expect(maskClickIds(stamp, SECRET).click_ids).toEqual({ gclid: GCLID })
    expect(maskClickIds(session, SECRET)).toEqual({
      ...session,
      click_ids: { gclid: GCLID },
      landing_page: `https://shop.com/?utm_source=google&utm_medium=cpc&gclid=${GCLID}`,
    })
  })

  it("leaves no click id readable, wherever it stands", () => {
    // None that a hash, a key or an address could hold by itself.
    const click = fc
      .stringMatching(/^[G-Z][A-Za-z0-9_-]{11,40}$/)
      .map((text) => `Click${text}`)
    const names = fc.constantFrom(...CLICK_ID_NAMES)
    checkProperty(
      fc.property(click, names, fc.jsonValue(), (value, name, other) => {
        const fact = {
          click_ids: { [name]: value },
          landing_page: `https://shop.com/a?x=1&${name}=${value}&y=2`,
          referrer: `https://blog.example/?${name.toLowerCase()}=${value}`,
          utm_content: value,
          metadata: { other, deep: [{ [name]: value }] },
        }
        expect(JSON.stringify(masked(fact))).not.toContain(value)
      })
    )
  })

  it.each(HOSTILE_TEXTS)("survives %j as any key and value", (text) => {
    const fact = Object.fromEntries([
      [text, text],
      ["gclid", text],
      ["landing_page", `?gclid=${text}`],
    ])
    expect(Object.keys(masked(fact) as object)).toEqual(Object.keys(fact))
  })
})
