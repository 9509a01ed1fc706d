import BigNumber from "bignumber.js"
import type {
  AttributionCompareRow,
  AttributionModel,
  CampaignSpendRow,
} from "../../types"
import type { Unconverted } from "./campaign-report"
import { ratio } from "./ratio"

/** What one model credits; fractions where it shares a conversion. */
export interface ModelFigures {
  purchases: number
  leads: number
  goals: number
  /** Purchases, leads and goals. */
  conversions: number
  /** In major units of the report's currency, not rounded. */
  revenue: number
  new_customers: number
  /** Of days whose spend is complete; null without spend. */
  roas: number | null
  cac: number | null
}

type ModelColumns = Partial<Record<AttributionModel, ModelFigures>>

export interface CompareRow {
  key: string
  /** Null where nothing was spent, or nobody knows what for. */
  spend: number | null
  models: ModelColumns
}

export interface CompareReport {
  rows: CompareRow[]
  totals: ModelColumns
  unconverted: Unconverted[]
}

const NOTHING = {
  purchases: 0,
  leads: 0,
  goals: 0,
  new_customers: 0,
  revenue: "0",
  complete_revenue: "0",
  complete_new_customers: 0,
}

/**
 * One row per key, largest revenue under the first model first. The totals of all
 * models are the same; their return on spend is of the campaigns that have some.
 *
 * @param spend - null where the report is not by campaign, or its filters cannot
 * split spend
 */
export function attributionCompareReport(
  rows: readonly AttributionCompareRow[],
  models: readonly AttributionModel[],
  spend: readonly CampaignSpendRow[] | null
): CompareReport {
  const costs = costsOf(spend ?? [])
  const credited = new Map(rows.map((row) => [cell(row.model, row.key), row]))
  const credits = (model: AttributionModel, key: string | null) =>
    credited.get(cell(model, key)) ?? NOTHING
  const keys = new Set([
    ...rows.flatMap((row) => row.key ?? []),
    ...costs.keys(),
  ])
  const byModel = (figures: (model: AttributionModel) => ModelFigures) =>
    Object.fromEntries(models.map((model) => [model, figures(model)]))
  const compared = [...keys].map((key): CompareRow => {
    const cost = costs.get(key)
    return {
      key,
      spend: cost?.spend ?? null,
      models: byModel((model) => {
        const row = credits(model, key)
        return figuresOf(row, cost?.complete_spend ?? 0, {
          revenue: Number(row.complete_revenue),
          new_customers: row.complete_new_customers,
        })
      }),
    }
  })
  const [first] = models
  return {
    rows: compared.toSorted(
      (a, b) =>
        b.models[first!]!.revenue - a.models[first!]!.revenue ||
        (b.spend ?? 0) - (a.spend ?? 0) ||
        (a.key < b.key ? -1 : 1)
    ),
    totals: byModel((model) => {
      const total = credits(model, null)
      const spending = [...costs.entries()]
      return figuresOf(
        total,
        spending.reduce((sum, [, cost]) => sum + cost.complete_spend, 0),
        {
          revenue: spending.reduce(
            (sum, [key]) => sum + Number(credits(model, key).complete_revenue),
            0
          ),
          new_customers: total.complete_new_customers,
        }
      )
    }),
    unconverted: unconvertedOf(rows, first!),
  }
}

function figuresOf(
  row: Pick<
    AttributionCompareRow,
    "purchases" | "leads" | "goals" | "new_customers" | "revenue"
  >,
  spend: number,
  complete: { revenue: number; new_customers: number }
): ModelFigures {
  return {
    purchases: row.purchases,
    leads: row.leads,
    goals: row.goals,
    conversions: row.purchases + row.leads + row.goals,
    revenue: Number(row.revenue),
    new_customers: row.new_customers,
    roas: ratio(complete.revenue, spend),
    cac: spend > 0 ? ratio(spend, complete.new_customers) : null,
  }
}

function costsOf(spend: readonly CampaignSpendRow[]) {
  const costs = new Map<string, { spend: number; complete_spend: number }>()
  for (const row of spend) {
    if (row.ad_campaign_id && row.unconverted_currency === null) {
      costs.set(row.ad_campaign_id, {
        spend: Number(row.spend),
        complete_spend: Number(row.complete_spend),
      })
    }
  }
  return costs
}

/** The same under every model, but for a platform's part. */
function unconvertedOf(
  rows: readonly AttributionCompareRow[],
  model: AttributionModel
): Unconverted[] {
  const total = rows.find((row) => row.model === model && row.key === null)
  const sums = new Map<string, Unconverted>()
  for (const lost of total?.unconverted ?? []) {
    const sum = sums.get(lost.currency)
    sums.set(lost.currency, {
      currency: lost.currency,
      revenue: new BigNumber(lost.revenue).plus(sum?.revenue ?? 0).toNumber(),
      spend: 0,
      purchases: (sum?.purchases ?? 0) + lost.purchases,
    })
  }
  return [...sums.values()].toSorted((a, b) =>
    a.currency < b.currency ? -1 : 1
  )
}

function cell(model: AttributionModel, key: string | null): string {
  return JSON.stringify([model, key])
}
