import fc from "fast-check"
import { en } from "../../../src/admin/i18n"
import {
  ATTRIBUTION_CAUSES,
  type LeftOutReason,
} from "../../../src/modules/ad-planning/types"
import type { CompareRow } from "../../../src/admin/lib/api-types"
import type { ModelFigures } from "../../../src/modules/ad-planning/utils/reports/attribution-compare-report"
import {
  metricsOf,
  readAttributionChoice,
  VIEWS,
} from "../../../src/admin/lib/attribution-choice"
import {
  differenceOf,
  figureOf,
  largestDifference,
  sumOfCredits,
  writeFigure,
} from "../../../src/admin/lib/attribution-figures"
import { isRemainder, splitRemainder } from "../../../src/admin/lib/buckets"
import { findCampaigns } from "../../../src/admin/lib/find-campaigns"
import { whyPath } from "../../../src/admin/lib/timeline"
import { aliasOf, unresolvedKey } from "../../../src/admin/lib/unresolved-value"
import { ATTRIBUTION_MODELS } from "../../../src/modules/ad-planning/types/enums"
import { STATS_GROUPS } from "../../../src/modules/ad-planning/types/reports"

describe("readAttributionChoice", () => {
  const read = (query: string) =>
    readAttributionChoice(new URLSearchParams(query))

  it.each([
    ["nothing", ""],
    ["no view", "view=constructor&group_by=__proto__&metric=toString"],
    ["empty values", "view=&group_by=&metric=&since="],
    ["no day", "since=yesterday&metric=spend"],
  ])("is the default for a URL with %s", (_case, query) => {
    expect(read(query)).toEqual({
      view: "models",
      group_by: "campaign",
      metric: "revenue",
      since: undefined,
    })
  })

  it("is what the URL says", () => {
    for (const view of VIEWS) {
      expect(read(`view=${view}`).view).toBe(view)
    }
    for (const group of STATS_GROUPS) {
      expect(read(`group_by=${group}`).group_by).toBe(group)
    }
    expect(read("since=2026-10-01").since).toBe("2026-10-01")
    expect(read("metric=cac").metric).toBe("cac")
  })

  it("offers what needs spend for campaigns only", () => {
    expect(metricsOf("campaign")).toEqual([
      "revenue",
      "purchases",
      "roas",
      "cac",
    ])
    expect(metricsOf("buyer")).toEqual(["revenue", "purchases"])
    expect(read("group_by=platform&metric=roas").metric).toBe("revenue")
    expect(read("group_by=platform&metric=purchases").metric).toBe("purchases")
  })
})

const figures = (
  revenue: number,
  roas: number | null = null
): ModelFigures => ({
  purchases: 1,
  leads: 0,
  goals: 0,
  conversions: 1,
  revenue,
  new_customers: 0,
  roas,
  cac: null,
})
const MODELS_OF_ROW: CompareRow["models"] = {
  last_touch: figures(100, 2),
  linear: figures(75.5),
  data_driven: figures(130, 2.6),
}

describe("figures of models", () => {
  it.each([
    ["linear", "revenue", -24.5],
    ["data_driven", "revenue", 30],
    ["last_touch", "revenue", 0],
    ["first_touch", "revenue", null],
    ["linear", "roas", null],
  ] as const)("%s differs in %s by %s", (model, metric, difference) => {
    expect(differenceOf(MODELS_OF_ROW, model, metric)).toBe(difference)
  })

  it("draw the largest difference of all rows as the longest bar", () => {
    const other = { last_touch: figures(50), first_touch: figures(10) }
    expect(
      largestDifference(
        [{ models: MODELS_OF_ROW }, { models: other }],
        "revenue"
      )
    ).toBe(40)
    expect(largestDifference([], "revenue")).toBe(0)
  })

  it("are written in their unit, a difference with its sign", () => {
    const write = (
      metric: Parameters<typeof writeFigure>[0],
      value: number | null,
      isSigned = false
    ) => writeFigure(metric, value, "gbp", "en-GB", { isSigned })
    expect(write("revenue", 1234.5)).toBe("£1,234.50")
    expect(write("revenue", 12.5, true)).toBe("+£12.50")
    expect(write("revenue", 0, true)).toBe("£0.00")
    expect(write("cac", -3, true)).toBe("-£3.00")
    expect(write("purchases", 2.25)).toBe("2.3")
    expect(write("purchases", 2.25, true)).toBe("+2.3")
    expect(write("roas", 3.456)).toBe("3.46")
    expect(write("roas", null)).toBe("–")
    expect(figureOf(MODELS_OF_ROW, "linear", "revenue")).toBe(75.5)
  })

  it("of a path add up, if there is a value", () => {
    const credits = (amount: number | null) =>
      Object.fromEntries(
        ATTRIBUTION_MODELS.map((model) => [model, { share: 0.5, amount }])
      ) as Parameters<typeof sumOfCredits>[0][number]["credits"]
    expect(
      sumOfCredits(
        [{ credits: credits(33.34) }, { credits: credits(66.66) }],
        "linear"
      )
    ).toBeCloseTo(100, 9)
    expect(sumOfCredits([{ credits: credits(null) }], "linear")).toBeNull()
    expect(sumOfCredits([], "linear")).toBe(0)
  })

  it("know the rows that are no campaign", () => {
    expect(isRemainder("(direct or unknown)")).toBe(true)
    expect(isRemainder("(unresolved campaign)")).toBe(true)
    expect(isRemainder("camp_1")).toBe(false)
    expect(isRemainder(null)).toBe(false)
    expect(isRemainder("constructor")).toBe(false)
    const rows = ["(direct or unknown)", "b", "(no campaign)", "a"].map(
      (key) => ({ key })
    )
    expect(splitRemainder(rows)).toEqual({
      campaigns: [{ key: "b" }, { key: "a" }],
      remainder: [{ key: "(no campaign)" }, { key: "(direct or unknown)" }],
    })
    // What names no ad set is no ad set, however much it is.
    expect(
      splitRemainder(
        ["(direct or unknown)", "(no ad set)", "set_1"].map((key) => ({ key }))
      )
    ).toEqual({
      campaigns: [{ key: "set_1" }],
      remainder: [{ key: "(no ad set)" }, { key: "(direct or unknown)" }],
    })
  })
})

describe("findCampaigns", () => {
  const campaigns = [
    { id: "a", name: "Summer Sale" },
    { id: "b", name: "Été à Paris" },
    { id: "c", name: "Wholesale 2026" },
    { id: "d", name: "" },
  ]
  const found = (text: string, first: string[] = []) =>
    findCampaigns(campaigns, text, first).map(({ id }) => id)

  it.each([
    ["", ["a", "b", "c", "d"]],
    ["  ", ["a", "b", "c", "d"]],
    ["sale", ["a", "c"]],
    ["SALE sum", ["a"]],
    ["ete", ["b"]],
    ["PÀRIS", ["b"]],
    [".*", []],
    ["constructor", []],
  ])("finds by %j", (text, ids) => {
    expect(found(text)).toEqual(ids)
  })

  it("puts some before the others, in their order", () => {
    expect(found("", ["c", "b", "gone"])).toEqual(["c", "b", "a", "d"])
    expect(found("sale", ["c"])).toEqual(["c", "a"])
  })

  it("never finds what does not have every word", () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), (text, names) => {
        const all = names.map((name, index) => ({ id: `${index}`, name }))
        expect(all).toEqual(expect.arrayContaining(findCampaigns(all, text)))
        expect(findCampaigns(all, "")).toEqual(all)
      })
    )
  })
})

describe("aliasOf", () => {
  const row = (values: object) => ({
    utm_campaign: null,
    utm_id: null,
    website_id: null,
    ...values,
  })

  it.each([
    [{ utm_campaign: "x" }, { kind: "utm_campaign", value: "x" }],
    [
      { utm_campaign: "x", utm_id: "1", website_id: "shop" },
      { kind: "utm_campaign", value: "x", website_id: "shop" },
    ],
    [{ utm_id: "1" }, { kind: "utm_id", value: "1" }],
    [
      { utm_campaign: "", utm_id: "1" },
      { kind: "utm_id", value: "1" },
    ],
    [{}, null],
    [{ utm_campaign: "" }, null],
  ])("settles of %j: %j", (values, alias) => {
    expect(aliasOf(row(values))).toEqual(alias)
  })

  it("tells the rows of the queue apart, whatever they hold", () => {
    const value = {
      utm_campaign: "a,b",
      utm_id: null,
      utm_source: "c",
      spellings: ["a,b"],
      is_unreplaced_macro: false,
      website_id: null,
      platform: "meta",
      unresolved_reason: "no_match",
      session_id: null,
      sessions: 1,
      purchases: 0,
      revenue: 0,
      suggestions: [],
    }
    const other = { ...value, utm_campaign: "a", utm_source: "b,c" }
    expect(unresolvedKey(value)).not.toBe(unresolvedKey(other))
    expect(unresolvedKey(value)).toBe(unresolvedKey({ ...value, sessions: 2 }))
  })
})

describe("whyPath", () => {
  it("leads to an order's explanation", () => {
    expect(whyPath("order_1")).toBe("/ad-planning/conversions?why=order_1")
    expect(whyPath("a&b")).toBe("/ad-planning/conversions?why=a%26b")
  })
})

describe("texts", () => {
  it("name every model, group, cause and reason that the API has", () => {
    expect(Object.keys(en.models.names)).toEqual([...ATTRIBUTION_MODELS])
    expect(Object.keys(en.models.groups)).toEqual([...STATS_GROUPS])
    expect(Object.keys(en.models.metrics)).toEqual([...metricsOf("campaign")])
    expect(Object.keys(en.attribution.views)).toEqual([...VIEWS])
    expect(Object.keys(en.causes)).toEqual([...ATTRIBUTION_CAUSES])
    const reasons: Record<LeftOutReason, string> = en.why.reasons
    expect(Object.values(reasons).every(Boolean)).toBe(true)
  })
})
