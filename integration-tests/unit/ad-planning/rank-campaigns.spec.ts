import fc from "fast-check"
import {
  rankCampaigns,
  RANKING_METRICS,
  type RankableCampaign,
} from "../../../src/modules/ad-planning/utils/reports/rank-campaigns"
import { checkProperty } from "./helpers/check-property"

const RATIOS = ["roas", "roi", "cpa", "cac", "cost_per_conversion"]
const COSTS = ["cpa", "cac", "cost_per_conversion"]

function campaign(
  name: string,
  other: Partial<RankableCampaign> = {}
): RankableCampaign {
  return {
    name,
    revenue: 100,
    purchases: 30,
    conversions: 30,
    new_customers: 10,
    roas: 2,
    roi: 1,
    cpa: 5,
    cac: 15,
    cost_per_conversion: 5,
    ...other,
  }
}

const NO_SPEND = {
  roas: null,
  roi: null,
  cpa: 0,
  cac: 0,
  cost_per_conversion: 0,
}

const names = (rows: { name: string }[]) => rows.map(({ name }) => name)

describe("rankCampaigns", () => {
  it.each(RANKING_METRICS)("ranks by %s, the best first", (metric) => {
    const rows = [2, 3, 1].map((value) =>
      campaign(`of ${value}`, { conversions: 30 + value, [metric]: 30 + value })
    )
    const best = COSTS.includes(metric)
      ? ["of 1", "of 2", "of 3"]
      : ["of 3", "of 2", "of 1"]
    expect(names(rankCampaigns(rows, metric).ranked)).toEqual(best)
  })

  it.each(RANKING_METRICS)("goes by name where %s is equal", (metric) => {
    const rows = ["b", "a", "B", "ä"].map((name) => campaign(name))
    expect(names(rankCampaigns(rows, metric).ranked)).toEqual([
      "B",
      "a",
      "b",
      "ä",
    ])
  })

  it.each(RATIOS)("ranks no campaign by %s below 30 conversions", (metric) => {
    const rows = [
      campaign("few", { conversions: 29, purchases: 29 }),
      campaign("none", { conversions: 0, ...NO_SPEND }),
      campaign("enough"),
    ]
    expect(rankCampaigns(rows, metric as "roas")).toEqual({
      ranked: [rows[2]],
      thin: [rows[0], rows[1]],
      unranked: [],
    })
  })

  it("needs no number of conversions for a count or a sum", () => {
    const rows = [campaign("one", { conversions: 1, revenue: 900 })]
    expect(rankCampaigns(rows, "revenue")).toEqual({
      ranked: rows,
      thin: [],
      unranked: [],
    })
  })

  it.each(RATIOS)(
    "has no rank by %s for a campaign without spend",
    (metric) => {
      const rows = [campaign("unpaid", NO_SPEND), campaign("paid")]
      expect(rankCampaigns(rows, metric as "cpa")).toEqual({
        ranked: [rows[1]],
        thin: [],
        unranked: [rows[0]],
      })
    }
  )

  it("has no rank by cac for a campaign without new customers", () => {
    const rows = [campaign("regulars", { cac: null }), campaign("new")]
    expect(names(rankCampaigns(rows, "cac").unranked)).toEqual(["regulars"])
  })

  it("lists every campaign once, in an order that does not depend on theirs", () => {
    const value = fc.integer({ min: -5, max: 5 })
    const ratio = fc.option(value, { nil: null })
    const rows = fc.uniqueArray(
      fc.record({
        name: fc.string({ maxLength: 3 }),
        revenue: value,
        purchases: value,
        conversions: fc.integer({ min: 26, max: 34 }),
        new_customers: value,
        roas: ratio,
        roi: ratio,
        cpa: ratio,
        cac: ratio,
        cost_per_conversion: ratio,
      }),
      { selector: ({ name }) => name, maxLength: 12 }
    )
    checkProperty(
      fc.property(
        rows,
        fc.constantFrom(...RANKING_METRICS),
        (campaigns, metric) => {
          const { ranked, thin, unranked } = rankCampaigns(campaigns, metric)
          expect(new Set([...ranked, ...thin, ...unranked])).toEqual(
            new Set(campaigns)
          )
          expect(ranked.length + thin.length + unranked.length).toBe(
            campaigns.length
          )
          expect(rankCampaigns(campaigns.toReversed(), metric).ranked).toEqual(
            ranked
          )
          const values = ranked.map((row) => row[metric] as number)
          const sorted = values.toSorted((a, b) => a - b)
          expect(values).toEqual(
            COSTS.includes(metric) ? sorted : sorted.toReversed()
          )
          const isRatio = RATIOS.includes(metric)
          expect(thin).toEqual(
            campaigns.filter(({ conversions }) => isRatio && conversions < 30)
          )
        }
      )
    )
  })
})
