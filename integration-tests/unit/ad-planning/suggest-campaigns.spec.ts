import fc from "fast-check"
import { randomFor } from "../../../src/scripts/demo/random"
import {
  comparableName,
  nameSimilarity,
} from "../../../src/modules/ad-planning/utils/attribution/name-similarity"
import {
  campaignSuggester,
  LEAST_SIMILARITY,
  type KnownCampaign,
  type SuggestibleValue,
} from "../../../src/modules/ad-planning/utils/attribution/suggest-campaigns"
import { normaliseName } from "../../../src/modules/ad-planning/utils/text/normalise"
import { checkProperty } from "./helpers/check-property"
import { HOSTILE_TEXTS } from "./helpers/touches"

const similarity = (a: string, b: string) =>
  nameSimilarity(comparableName(a)!, comparableName(b)!)

describe("nameSimilarity", () => {
  // What a person would call a slip, and what is another name. The floor lies
  // between the two lists.
  it.each<[string, string, number]>([
    ["Summer Sale", "summer_sale", 1],
    ["Slae", "Sale", 0.75],
    ["Sales", "Sale", 0.8],
    ["summersale", "Summer Sale", 1],
    ["sumer_sale", "Summer Sale", 0.9],
    ["Sale Summer", "Summer Sale", 1],
    ["summer-sale-2026", "Summer Sale", 0.83],
    ["summer sale de", "Summer Sale", 0.91],
    ["Winter Clearence", "Winter Clearance", 0.93],
    ["brand_serach", "Brand Search", 0.91],
    ["retargetting", "Retargeting", 0.92],
    ["Sommer-Spas", "Sommer Spaß", 0.9],
    ["cilps", "Clips", 0.8],
    ["summer sale 2026 v2", "Summer Sale 2026", 0.93],
    ["מבצע קיץ", "מבצע קיצ", 0.86],
  ])("%s is like %s: %f", (value, name, expected) => {
    expect(similarity(value, name)).toBeCloseTo(expected, 2)
    expect(similarity(value, name)).toBeGreaterThanOrEqual(LEAST_SIMILARITY)
  })

  it.each<[string, string, number]>([
    ["Sale", "Summer Sale", 0.57],
    ["Sale", "wholesale_2026", 0],
    ["Summer Sale", "wholesale_2026", 0],
    ["wholesale", "Sale", 0],
    ["wholesale_2026", "sale_2026", 0.38],
    ["summer sale 2025", "Summer Sale 2026", 0],
    ["Sale 2025", "Sale 2026", 0],
    ["campaign 12", "campaign 13", 0],
    ["Winter", "Winter Clearance", 0.57],
    ["brand", "Brand Search", 0.625],
    ["Summer Sale", "Winter Sale", 0.4],
    ["spring", "Summer", 0],
    ["120210000000000001", "120210000000000002", 0],
    ["men shoes", "Women Shoes", 0.56],
    ["de", "fr", 0],
    ["a", "b", 0],
  ])("%s is not %s: %f", (value, name, expected) => {
    expect(similarity(value, name)).toBeCloseTo(expected, 2)
    expect(similarity(value, name)).toBeLessThan(LEAST_SIMILARITY)
  })

  const names = fc
    .string({ minLength: 1, maxLength: 40 })
    .filter((text) => comparableName(text) !== null)
  it("is 1 for equal names and from 0 to 1 for any, whichever comes first", () => {
    checkProperty(
      fc.property(names, names, (a, b) => {
        expect(similarity(a, a)).toBe(1)
        expect(similarity(a, b)).toBeGreaterThanOrEqual(0)
        expect(similarity(a, b)).toBeLessThanOrEqual(1)
        if (normaliseName(a) === normaliseName(b)) {
          expect(similarity(a, b)).toBe(1)
        }
      })
    )
  })
})

const known = (
  id: string,
  name: string,
  other: Partial<KnownCampaign> = {}
): KnownCampaign => ({
  id,
  name,
  platform: "meta",
  status: "ACTIVE",
  started_at: null,
  stopped_at: null,
  last_active_on: null,
  ...other,
})
const value = (
  utm_campaign: string | null,
  other: Partial<SuggestibleValue> = {}
): SuggestibleValue => ({
  utm_campaign,
  utm_id: null,
  platform: "meta",
  utm_source: "facebook",
  click_ids: {},
  referrer: null,
  seen_at: new Date("2026-08-03T10:00:00Z"),
  ...other,
})
const idsOf = (campaigns: KnownCampaign[], asked: SuggestibleValue) =>
  campaignSuggester(campaigns)(asked).map((row) => row.ad_campaign_id)

/** Microseconds of this process alone: the machine may have others. */
function processorTimeOf(work: () => void): number {
  const before = process.cpuUsage()
  work()
  return process.cpuUsage(before).user
}

describe("campaignSuggester", () => {
  it("says what the campaign is, and how alike to two digits", () => {
    const campaigns = [known("c", "Summer Sale", { status: "PAUSED" })]
    expect(campaignSuggester(campaigns)(value("sumer_sale"))).toEqual([
      {
        ad_campaign_id: "c",
        name: "Summer Sale",
        platform: "meta",
        status: "PAUSED",
        similarity: 0.9,
      },
    ])
  })

  it("suggests at most three, the most alike first", () => {
    const campaigns = [
      known("a", "Summer Sale 2026 Germany"),
      known("b", "Summer Sale 2026"),
      known("c", "Summer Sale"),
      known("d", "Sumer Sale"),
    ]
    expect(idsOf(campaigns, value("summer sale"))).toEqual(["c", "d", "b"])
  })

  it("puts those that ran at the time first, however alike the others are", () => {
    const stopped = { stopped_at: new Date("2025-09-01T00:00:00Z") }
    const campaigns = [
      known("past", "Summer Sale", stopped),
      known("now", "Summer Sales 26"),
    ]
    expect(idsOf(campaigns, value("summer sale"))).toEqual(["now", "past"])
  })

  it("suggests both of two with one name: the reason may be that", () => {
    const campaigns = [known("b", "Twin"), known("a", "twin")]
    expect(idsOf(campaigns, value("Twin"))).toEqual(["a", "b"])
  })

  it.each<[string, Partial<SuggestibleValue>, string[]]>([
    ["Meta's", {}, ["meta"]],
    ["TikTok's", { platform: "generic", utm_source: "tiktok" }, ["tiktok"]],
    [
      "a newsletter's",
      { platform: "generic", utm_source: "newsletter" },
      ["meta", "other", "tiktok"],
    ],
    [
      "TikTok's by click id alone",
      { platform: "generic", utm_source: null, click_ids: { ttclid: "a" } },
      ["tiktok"],
    ],
  ])("of %s, campaigns of networks it can come from", (_case, other, ids) => {
    const campaigns = [
      known("meta", "Sale"),
      known("tiktok", "Sale", { platform: "TikTok Ads" }),
      known("other", "Sale", { platform: "generic" }),
    ]
    const found = idsOf(campaigns, value("Slae", other))
    expect(found.filter((id) => id !== "other")).toEqual(
      ids.filter((id) => id !== "other")
    )
  })

  it("has nothing to go by without a name", () => {
    const campaigns = [known("c", "Sale"), known("e", ""), known("f", "---")]
    expect(idsOf(campaigns, value(null))).toEqual([])
    expect(idsOf(campaigns, value("---"))).toEqual([])
    expect(idsOf(campaigns, value(null, { utm_id: "sale" }))).toEqual(["c"])
  })

  it.each(HOSTILE_TEXTS)("suggests nothing for %j", (text) => {
    const campaigns = [known("c", "Sale"), known("d", "Summer Sale")]
    const suggestions = campaignSuggester(campaigns)(value(text))
    expect(suggestions).toEqual([])
  })

  it.each(HOSTILE_TEXTS)("lives with a campaign called %j", (text) => {
    expect(idsOf([known("c", text)], value("Sale"))).toEqual([])
  })

  it("does not depend on the order of the campaigns", () => {
    const names = fc.constantFrom("Sale", "Sales", "Slae", "Sale 26", "Winter")
    const campaigns = fc
      .array(names, { minLength: 1, maxLength: 8 })
      .map((list) => list.map((name, at) => known(`c${at}`, name)))
    checkProperty(
      fc.property(campaigns, names, (list, name) => {
        expect(idsOf(list.toReversed(), value(name))).toEqual(
          idsOf(list, value(name))
        )
      })
    )
  })

  it("finds of 5,000 campaigns what comparing each would, at a tenth of the time", () => {
    const random = randomFor("suggestions")
    const syllables =
      "su mer win ter bra nd sa le ki ds sho es pro mo lo ok".split(" ")
    const words = Array.from({ length: 300 }, () =>
      Array.from({ length: random.int(1, 4) }, () =>
        random.pick(syllables)
      ).join("")
    )
    const name = () =>
      Array.from({ length: random.int(2, 6) }, () => random.pick(words)).join(
        "_"
      )
    const campaigns = Array.from({ length: 5_000 }, (_item, at) =>
      known(`c${at}`, name())
    )
    const values = Array.from({ length: 200 }, () =>
      value(name().replace("e", ""))
    )
    let found: number[][] = []
    const time = processorTimeOf(() => {
      const suggestionsOf = campaignSuggester(campaigns)
      found = values.map((asked) =>
        suggestionsOf(asked).map((row) => row.similarity)
      )
    })
    // The plain way, of a tenth of the values: it takes long.
    const tenth = values.filter((_value, at) => at % 10 === 0)
    let expected: number[][] = []
    const timeOfTenth = processorTimeOf(() => {
      const names = campaigns.map((row) => comparableName(row.name)!)
      expected = tenth.map(({ utm_campaign }) => {
        const asked = comparableName(utm_campaign!)!
        return names
          .map((other) => nameSimilarity(asked, other))
          .filter((alike) => alike >= LEAST_SIMILARITY)
          .toSorted((a, b) => b - a)
          .slice(0, 3)
          .map((alike) => Math.round(alike * 100) / 100)
      })
    })
    expect(found.filter((_row, at) => at % 10 === 0)).toEqual(expected)
    expect(expected.flat().length).toBeGreaterThan(10)
    expect(time).toBeLessThan(timeOfTenth)
  })
})
