import {
  matchCampaign,
  type ResolvableTouch,
} from "../../../src/modules/ad-planning/utils/attribution-resolver"
import { CATALOGUE, campaign, indexOf, resolvable } from "./helpers/campaigns"
import {
  RESOLUTION_CASES,
  SUMMER,
  SUMMER_AD,
  SUMMER_SET,
  google,
  newsletter,
  unknown,
} from "./helpers/resolution-cases"
import { HOSTILE_TEXTS } from "./helpers/touches"

const INDEX = indexOf(CATALOGUE)

/** The method and the campaign, or why there is none. */
function answer(touch: ResolvableTouch): string {
  const { resolution_method, ad_campaign_id, unresolved_reason } =
    matchCampaign(touch, INDEX)
  return unresolved_reason ?? `${resolution_method} ${ad_campaign_id}`
}

describe("matchCampaign", () => {
  it.each(RESOLUTION_CASES)("with %s", (_case, touch, expected) => {
    expect(answer(resolvable(touch))).toBe(expected)
  })

  it.each(HOSTILE_TEXTS)("resolves %j to nothing, in any field", (text) => {
    for (const platform of [{}, google, newsletter, unknown]) {
      const touch = resolvable({
        utm_campaign: text,
        utm_id: text,
        utm_content: text,
        utm_term: text,
        website_id: text,
        ...platform,
      })
      expect(answer(touch)).toBe("no_match")
    }
  })

  it.each(["constructor", "__proto__", "toString", "hasOwnProperty"])(
    "resolves a campaign that is really called %s",
    (name) => {
      const index = indexOf({
        campaigns: [campaign("camp_odd", "meta", "1", name)],
        ads: [],
        aliases: [],
      })
      expect(
        matchCampaign(resolvable({ utm_campaign: name }), index)
      ).toMatchObject({ ad_campaign_id: "camp_odd", resolution_method: "name" })
    }
  )

  it.each([
    ["an ad", { utm_content: SUMMER_AD }, "set_summer", "ad_summer_1"],
    ["our id of an ad", { utm_id: "ad_sale" }, "set_sale", "ad_sale"],
    ["an ad set", { utm_term: SUMMER_SET }, "set_summer", null],
    [
      "an ad and its ad set",
      { utm_content: SUMMER_AD, utm_term: SUMMER_SET },
      "set_summer",
      "ad_summer_1",
    ],
    [
      "an ad named twice",
      { utm_content: SUMMER_AD, utm_term: "ad_summer_1" },
      "set_summer",
      "ad_summer_1",
    ],
    [
      "two ads of one campaign: nobody knows which",
      { utm_content: SUMMER_AD, utm_term: "ad_summer_2" },
      "set_summer",
      null,
    ],
    ["a campaign alone", { utm_id: SUMMER }, null, null],
    ["a name", { utm_campaign: "Summer Sale" }, null, null],
    ["an alias", { utm_campaign: "sommer" }, null, null],
  ])("names ad set and ad of %s", (_case, touch, ad_set_id, ad_id) => {
    expect(matchCampaign(resolvable(touch), INDEX)).toMatchObject({
      ad_set_id,
      ad_id,
      unresolved_reason: null,
    })
  })

  it.each([
    ["no match", { utm_campaign: "nothing" }, "no_match"],
    ["ambiguity", { utm_campaign: "Retargeting" }, "ambiguous"],
    ["no claim", { claims_campaign: false }, "not_claimed"],
  ])("has nothing but the reason on %s", (_case, touch, unresolved_reason) => {
    expect(matchCampaign(resolvable(touch), INDEX)).toEqual({
      ad_campaign_id: null,
      ad_set_id: null,
      ad_id: null,
      resolution_method: null,
      unresolved_reason,
    })
  })
})
