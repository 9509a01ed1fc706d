import fc from "fast-check"
import {
  CLICK_ID_NAMES,
  PAID_CLICK_IDS,
  type ClickIdName,
  type TouchSignals,
} from "../../../src/modules/ad-planning/types"
import { classifyTouch } from "../../../src/modules/ad-planning/utils/attribution/classify-touch"
import { checkProperty } from "./helpers/check-property"
import { HOSTILE_TEXTS, RULES, signals } from "./helpers/touches"

function classify(overrides: Partial<TouchSignals>) {
  return classifyTouch(signals(overrides), RULES)
}

const google = "https://www.google.com/"
const facebook = "https://l.facebook.com/"

describe("classifyTouch", () => {
  it("takes a google.com referrer for organic search, not paid (case 13)", () => {
    expect(classify({ referrer: google })).toEqual({
      channel_group: "Organic Search",
      platform: "google",
      is_paid: false,
      claims_campaign: false,
    })
  })

  it("takes fbclid alone for organic social, not paid (case 13)", () => {
    expect(classify({ click_ids: { fbclid: "abc" } })).toEqual({
      channel_group: "Organic Social",
      platform: "meta",
      is_paid: false,
      claims_campaign: false,
    })
  })

  it("takes fbclid from Facebook for organic social, not paid", () => {
    expect(
      classify({ click_ids: { fbclid: "abc" }, referrer: facebook })
    ).toEqual({
      channel_group: "Organic Social",
      platform: "meta",
      is_paid: false,
      claims_campaign: false,
    })
  })

  it.each<[ClickIdName, string, string]>([
    ["gclid", "Paid Search", "google"],
    ["gbraid", "Paid Search", "google"],
    ["wbraid", "Paid Search", "google"],
    ["dclid", "Display", "google"],
    ["msclkid", "Paid Search", "generic"],
    ["ttclid", "Paid Social", "generic"],
  ])("takes %s alone for a paid click: %s, %s", (name, group, platform) => {
    expect(classify({ click_ids: { [name]: "abc" } })).toEqual({
      channel_group: group,
      platform,
      is_paid: true,
      claims_campaign: true,
    })
  })

  it.each<[ClickIdName, string, string]>([
    ["fbclid", "Organic Social", "meta"],
    ["twclid", "Organic Social", "generic"],
    ["li_fat_id", "Organic Social", "generic"],
    ["epik", "Organic Social", "generic"],
    ["ScCid", "Organic Social", "generic"],
    ["rdt_cid", "Organic Social", "generic"],
    ["irclickid", "Affiliates", "generic"],
  ])("does not take %s alone for paid: %s, %s", (name, group, platform) => {
    expect(classify({ click_ids: { [name]: "abc" } })).toEqual({
      channel_group: group,
      platform,
      is_paid: false,
      claims_campaign: false,
    })
  })

  it("knows the kind of every click id", () => {
    for (const name of CLICK_ID_NAMES) {
      expect(classify({ click_ids: { [name]: "abc" } })).toMatchObject({
        channel_group: expect.not.stringMatching(/Direct|Unassigned/),
        is_paid: PAID_CLICK_IDS.includes(name),
      })
    }
  })

  it.each<[ClickIdName, string, string]>([
    ["ttclid", "https://blog.example/", "Paid Social"],
    ["irclickid", "https://blog.example/", "Affiliates"],
    ["epik", "https://blog.example/", "Referral"],
    ["rdt_cid", "https://www.google.com/", "Organic Search"],
  ])("%s from %s is %s", (name, referrer, group) => {
    expect(
      classify({ click_ids: { [name]: "abc" }, referrer })?.channel_group
    ).toBe(group)
  })

  it.each<[string, Partial<TouchSignals>, string, string, boolean]>([
    [
      "a Meta ad",
      {
        utm_source: "facebook",
        utm_medium: "paid_social",
        utm_campaign: "summer",
        click_ids: { fbclid: "abc" },
      },
      "Paid Social",
      "meta",
      true,
    ],
    [
      "a Meta page's own post",
      { utm_source: "facebook", utm_medium: "social" },
      "Organic Social",
      "meta",
      false,
    ],
    [
      "a Google ad tagged by hand",
      { utm_source: "google", utm_medium: "cpc", utm_campaign: "brand" },
      "Paid Search",
      "google",
      true,
    ],
    [
      "a Google profile",
      { utm_source: "google", utm_medium: "organic", utm_campaign: "gmb" },
      "Organic Search",
      "google",
      false,
    ],
    [
      "a YouTube ad",
      { utm_source: "youtube", utm_medium: "cpc" },
      "Paid Video",
      "google",
      true,
    ],
    [
      "a Bing ad",
      { utm_source: "bing", utm_medium: "cpc" },
      "Paid Search",
      "generic",
      true,
    ],
    [
      "a newsletter",
      { utm_source: "klaviyo", utm_medium: "email", utm_campaign: "may" },
      "Email",
      "generic",
      false,
    ],
    [
      "a newsletter opened from webmail",
      { utm_source: "klaviyo", utm_medium: "email", referrer: google },
      "Email",
      "generic",
      false,
    ],
    [
      "a source without a medium",
      { utm_source: "instagram" },
      "Organic Social",
      "meta",
      false,
    ],
    [
      "a medium without a source, from Google",
      { utm_medium: "cpc", referrer: google },
      "Paid Search",
      "google",
      true,
    ],
    ["a medium alone", { utm_medium: "email" }, "Email", "generic", false],
    [
      "a campaign alone",
      { utm_campaign: "summer" },
      "Unassigned",
      "generic",
      false,
    ],
    [
      "a campaign alone, from Facebook",
      { utm_campaign: "summer", referrer: facebook },
      "Organic Social",
      "meta",
      false,
    ],
    [
      "a content alone",
      { utm_content: "120210000000000301" },
      "Unassigned",
      "generic",
      false,
    ],
    [
      "a blog's link",
      { referrer: "https://blog.example/post" },
      "Referral",
      "generic",
      false,
    ],
    [
      "an Instagram profile",
      { referrer: "https://l.instagram.com/" },
      "Organic Social",
      "meta",
      false,
    ],
    [
      "a YouTube video's text",
      { referrer: "https://www.youtube.com/" },
      "Organic Video",
      "google",
      false,
    ],
    [
      "a shopping site",
      { referrer: "https://www.idealo.de/" },
      "Organic Shopping",
      "generic",
      false,
    ],
    [
      "Gmail in the browser",
      { referrer: "https://mail.google.com/" },
      "Referral",
      "generic",
      false,
    ],
    [
      "a site whose name only resembles Meta",
      { referrer: "https://ig-metall.de/" },
      "Referral",
      "generic",
      false,
    ],
  ])("%s", (_case, overrides, channel_group, platform, is_paid) => {
    expect(classify(overrides)).toMatchObject({
      channel_group,
      platform,
      is_paid,
    })
  })

  it.each<[string, Partial<TouchSignals>]>([
    ["nothing", {}],
    ["a path as referrer", { referrer: "/cart" }],
    ["an own domain", { referrer: "https://www.shop.de/cart" }],
    ["the landing page's own host", { referrer: "https://shop.com/" }],
    ["a payment provider", { referrer: "https://checkout.stripe.com/pay" }],
    ["Google's payment page", { referrer: "https://pay.google.com/" }],
    ["an empty click id", { click_ids: { gclid: "" } }],
    [
      "a stamp that says direct",
      { utm_source: "(direct)", utm_medium: "(none)" },
    ],
    [
      "a stamp that says direct in every field",
      {
        utm_source: "(direct)",
        utm_medium: "(none)",
        utm_campaign: "(not set)",
      },
    ],
  ])("is null for %s: that is no touch", (_case, overrides) => {
    expect(classify(overrides)).toBeNull()
  })

  it("keeps a campaign parameter though the visitor came from a provider", () => {
    expect(
      classify({
        utm_source: "newsletter",
        utm_medium: "email",
        referrer: "https://www.paypal.com/",
      })
    ).toMatchObject({ channel_group: "Email" })
  })

  it("keeps a click id beside a stamp that says direct", () => {
    expect(
      classify({
        utm_source: "(direct)",
        utm_medium: "(none)",
        click_ids: { gclid: "abc" },
      })
    ).toMatchObject({ platform: "google", is_paid: true })
  })

  it.each<[string, Partial<TouchSignals>, boolean]>([
    ["a campaign name", { utm_campaign: "summer" }, true],
    ["a campaign id", { utm_id: "120210000000000001" }, true],
    ["a paid click id", { click_ids: { gclid: "abc" } }, true],
    ["a paid group", { utm_source: "facebook", utm_medium: "cpc" }, true],
    ["a source alone", { utm_source: "facebook" }, false],
    ["an ad alone", { utm_content: "120210000000000301" }, false],
    ["a referrer", { referrer: google }, false],
    ["fbclid", { click_ids: { fbclid: "abc" } }, false],
  ])("%s claims a campaign: %s", (_case, overrides, claims_campaign) => {
    expect(classify(overrides)?.claims_campaign).toBe(claims_campaign)
  })

  it("names the platform by click id before source before referrer", () => {
    const all = {
      click_ids: { gclid: "abc" },
      utm_source: "facebook",
      referrer: "https://blog.example/",
    }
    expect(classify(all)?.platform).toBe("google")
    expect(classify({ ...all, click_ids: {} })?.platform).toBe("meta")
    const newsletter = { utm_source: "newsletter", referrer: google }
    expect(classify(newsletter)?.platform).toBe("generic")
    expect(classify({ referrer: google })?.platform).toBe("google")
  })

  const text = fc.oneof(
    fc.constantFrom(
      ...HOSTILE_TEXTS.filter((value) => value !== ""),
      "google",
      "facebook",
      "instagram",
      "(direct)",
      "(none)",
      "organic",
      "social",
      "email",
      "cpc"
    ),
    fc.string({ minLength: 1 })
  )
  const optional = fc.option(text)
  const anySignals: fc.Arbitrary<TouchSignals> = fc.record({
    utm_source: optional,
    utm_medium: optional,
    utm_campaign: optional,
    utm_term: optional,
    utm_content: optional,
    utm_id: optional,
    landing_page: optional,
    referrer: fc.option(fc.oneof(fc.webUrl(), text)),
    click_ids: fc.record(
      Object.fromEntries(CLICK_ID_NAMES.map((name) => [name, text])),
      { requiredKeys: [] }
    ),
  })

  it("never takes a platform for paid: that needs a paid medium or click id", () => {
    const unpaid = anySignals.map((row) => ({
      ...row,
      utm_medium: null,
      utm_campaign: null,
      click_ids: row.click_ids.fbclid ? { fbclid: row.click_ids.fbclid } : {},
    }))
    checkProperty(
      fc.property(unpaid, (row) => {
        expect(classifyTouch(row, RULES)?.is_paid ?? false).toBe(false)
      })
    )
  })

  it("is paid with any paid click id, whatever else is there", () => {
    const paidIds = fc.constantFrom(...PAID_CLICK_IDS)
    checkProperty(
      fc.property(anySignals, paidIds, (row, name) => {
        const click_ids = { ...row.click_ids, [name]: "abc" }
        expect(classifyTouch({ ...row, click_ids }, RULES)).toMatchObject({
          is_paid: true,
          claims_campaign: true,
        })
      })
    )
  })

  it("is never in the group Direct without a click id", () => {
    checkProperty(
      fc.property(anySignals, (row) => {
        const touch = classifyTouch({ ...row, click_ids: {} }, RULES)
        expect(touch?.channel_group).not.toBe("Direct")
      })
    )
  })
})
