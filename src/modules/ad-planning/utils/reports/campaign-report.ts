import BigNumber from "bignumber.js"
import {
  REMAINDER_BUCKETS,
  type CampaignResultsRow,
  type CampaignSpendRow,
} from "../../types"
import { ratio } from "./ratio"
import {
  cpaInterval,
  type Evidence,
  evidenceOf,
  roasInterval,
} from "./campaign-evidence"

/** Money in major units of the report's currency, not rounded. */
export interface CampaignFigures {
  revenue: number
  /** Null where the report's filters cannot split it. */
  spend: number | null
  purchases: number
  leads: number
  /** What met a primary goal and is neither purchase nor lead. */
  goals: number
  /** Purchases, leads and goals. */
  conversions: number
  new_customers: number
  impressions: number | null
  clicks: number | null
  claimed_conversions: number | null
  claimed_value: number | null
  /** Ratios use only days whose spend is complete; null = no divisor. */
  roi: number | null
  cpa: number | null
  cpl: number | null
  cac: number | null
  cost_per_conversion: number | null
}

export interface CampaignRow extends CampaignFigures {
  /** A campaign id, or one of REMAINDER_BUCKETS. */
  key: string
  roas: number | null
  /** 95 % intervals; null where the campaign is thin or has no spend. */
  roas_low: number | null
  roas_high: number | null
  cpa_low: number | null
  cpa_high: number | null
  /** What they say of it beside all campaigns with spend; null without spend. */
  roas_evidence: Evidence | null
  cpa_evidence: Evidence | null
}

export interface ReportTotals extends CampaignFigures {
  /** Revenue credited to campaigns that have spend, and that per spend. */
  attributed_revenue: number
  attributed_roas: number | null
  /** All revenue per all spend. */
  mer: number | null
  average_order_value: number | null
  unidentified_purchases: number
}

/** Shares of the period's purchases; null without any. */
export interface Coverage {
  purchases: number
  with_visitor_rate: number | null
  with_touch_rate: number | null
  with_campaign_rate: number | null
}

/** Amounts that no exchange rate covers, apart and never summed. */
export interface Unconverted {
  currency: string
  revenue: number
  spend: number
  purchases: number
}

export const NO_RESULTS: Omit<
  CampaignResultsRow,
  "period_index" | "is_total" | "bucket" | "unconverted_currency"
> = {
  revenue: "0",
  purchases: 0,
  leads: 0,
  goals: 0,
  new_customers: 0,
  unidentified_purchases: 0,
  with_visitor: 0,
  with_touch: 0,
  with_campaign: 0,
  complete_revenue: "0",
  complete_attributed_revenue: "0",
  complete_squared_revenue: "0",
  complete_purchases: 0,
  complete_attributed_purchases: 0,
  complete_leads: 0,
  complete_goals: 0,
  complete_new_customers: 0,
}

export type SpendFigures = Pick<
  CampaignSpendRow,
  | "spend"
  | "complete_spend"
  | "impressions"
  | "clicks"
  | "claimed_conversions"
  | "claimed_value"
  | "complete_claimed_conversions"
  | "complete_claimed_value"
>

export const NO_SPEND: SpendFigures = {
  spend: "0",
  complete_spend: "0",
  impressions: "0",
  clicks: "0",
  claimed_conversions: null,
  claimed_value: null,
  complete_claimed_conversions: null,
  complete_claimed_value: null,
}

export type Results = typeof NO_RESULTS

/**
 * One row per campaign with results or spend in the period, largest revenue
 * first, then the remainder rows: together they are the shop.
 */
export function campaignRows(
  results: CampaignResultsRow[],
  spend: CampaignSpendRow[] | null,
  periodIndex = 0
): CampaignRow[] {
  const earned = resultsByBucket(results, periodIndex)
  const spent = spendByCampaign(spend, periodIndex)
  const remainder: readonly string[] = REMAINDER_BUCKETS
  const campaigns = [...new Set([...earned.keys(), ...spent.keys()])].filter(
    (key) => !remainder.includes(key)
  )
  const averages = averagesOf(results, spend, periodIndex)
  const toRow = (key: string): CampaignRow => {
    const sum = earned.get(key) ?? NO_RESULTS
    const cost = spend && (spent.get(key) ?? NO_SPEND)
    return {
      key,
      ...figures(sum, cost),
      roas: perSpend(sum.complete_revenue, cost),
      ...evidence(sum, Number(cost?.complete_spend ?? 0), averages),
    }
  }
  return [
    ...campaigns
      .map(toRow)
      .toSorted(
        (a, b) => b.revenue - a.revenue || (b.spend ?? 0) - (a.spend ?? 0)
      ),
    ...REMAINDER_BUCKETS.map(toRow),
  ]
}

/** What each campaign and remainder earned in the period. */
export function resultsByBucket(
  results: CampaignResultsRow[],
  periodIndex = 0
): Map<string, Results> {
  const earned = new Map<string, Results>()
  for (const row of results) {
    if (row.period_index === periodIndex && row.bucket !== null) {
      const former = earned.get(row.bucket) ?? NO_RESULTS
      earned.set(row.bucket, addResults([former, converted(row)]))
    }
  }
  return earned
}

/** Of each campaign with spend in the period, in the report's currency. */
export function spendByCampaign(
  spend: CampaignSpendRow[] | null,
  periodIndex = 0
): Map<string, SpendFigures> {
  const spent = new Map<string, SpendFigures>()
  for (const row of spend ?? []) {
    const isConverted = row.unconverted_currency === null
    if (row.period_index === periodIndex && row.ad_campaign_id && isConverted) {
      spent.set(row.ad_campaign_id, row)
    }
  }
  return spent
}

/** What a campaign's figures are held against. */
interface Averages {
  /** Of one purchase of the shop. */
  meanSquaredAmount: number
  /** Of all campaigns with spend together. */
  roas: number | null
  cpa: number | null
}

function averagesOf(
  results: CampaignResultsRow[],
  spend: CampaignSpendRow[] | null,
  periodIndex: number
): Averages {
  const shop = totalResults(results, periodIndex)
  const { attributed_roas } = reportTotals(results, spend, periodIndex)
  const cost = Number(totalSpend(spend, periodIndex)?.complete_spend ?? 0)
  return {
    meanSquaredAmount:
      Number(shop.complete_squared_revenue) / shop.complete_purchases,
    roas: attributed_roas,
    cpa: ratio(cost, shop.complete_attributed_purchases),
  }
}

function evidence(sum: Results, spend: number, averages: Averages) {
  const purchases = sum.complete_purchases
  const roas = roasInterval({
    revenue: Number(sum.complete_revenue),
    purchases,
    meanSquaredAmount: averages.meanSquaredAmount,
    spend,
  })
  const cpa = cpaInterval({ purchases, spend })
  return {
    roas_low: roas?.low ?? null,
    roas_high: roas?.high ?? null,
    cpa_low: cpa?.low ?? null,
    cpa_high: cpa?.high ?? null,
    roas_evidence: spend > 0 ? evidenceOf(roas, averages.roas, "above") : null,
    cpa_evidence: spend > 0 ? evidenceOf(cpa, averages.cpa, "below") : null,
  }
}

/** The whole shop in one period. */
export function reportTotals(
  results: CampaignResultsRow[],
  spend: CampaignSpendRow[] | null,
  periodIndex = 0
): ReportTotals {
  const sum = totalResults(results, periodIndex)
  const cost = totalSpend(spend, periodIndex)
  const attributed = Number(sum.complete_attributed_revenue)
  return {
    ...figures(sum, cost),
    attributed_revenue: attributed,
    attributed_roas: perSpend(sum.complete_attributed_revenue, cost),
    mer: perSpend(sum.complete_revenue, cost),
    average_order_value: ratio(Number(sum.revenue), sum.purchases),
    unidentified_purchases: sum.unidentified_purchases,
  }
}

/** Null where the report's filters cannot split spend. */
export function totalSpend(
  spend: CampaignSpendRow[] | null,
  periodIndex = 0
): SpendFigures | null {
  const isTotal = (row: CampaignSpendRow) =>
    row.period_index === periodIndex &&
    row.is_total &&
    row.unconverted_currency === null
  return spend && (spend.find(isTotal) ?? NO_SPEND)
}

export function coverageOf(
  results: CampaignResultsRow[],
  periodIndex = 0
): Coverage {
  const sum = totalResults(results, periodIndex)
  return {
    purchases: sum.purchases,
    with_visitor_rate: ratio(sum.with_visitor, sum.purchases),
    with_touch_rate: ratio(sum.with_touch, sum.purchases),
    with_campaign_rate: ratio(sum.with_campaign, sum.purchases),
  }
}

export function unconvertedOf(
  results: CampaignResultsRow[],
  spend: CampaignSpendRow[] | null,
  periodIndex = 0
): Unconverted[] {
  const isLost = (row: CampaignResultsRow | CampaignSpendRow) =>
    row.period_index === periodIndex &&
    row.is_total &&
    row.unconverted_currency !== null
  const lostResults = results.filter(isLost)
  const lostSpend = (spend ?? []).filter(isLost)
  const currencies = new Set(
    [...lostResults, ...lostSpend].map((row) => `${row.unconverted_currency}`)
  )
  return [...currencies].toSorted().map((currency) => {
    const earned = lostResults.find((r) => r.unconverted_currency === currency)
    const spent = lostSpend.find((r) => r.unconverted_currency === currency)
    return {
      currency,
      revenue: Number(earned?.revenue ?? 0),
      spend: Number(spent?.spend ?? 0),
      purchases: earned?.purchases ?? 0,
    }
  })
}

function totalResults(
  results: CampaignResultsRow[],
  periodIndex: number
): Results {
  return addResults(
    results
      .filter((row) => row.period_index === periodIndex && row.is_total)
      .map(converted)
  )
}

/** A purchase without a rate still counts as one; its money does not. */
function converted(row: CampaignResultsRow): Results {
  return row.unconverted_currency === null ? row : { ...row, revenue: "0" }
}

export function addResults(rows: Results[]): Results {
  const money = (pick: (row: Results) => string) =>
    BigNumber.sum(0, ...rows.map(pick)).toFixed()
  const count = (pick: (row: Results) => number) =>
    rows.reduce((sum, row) => sum + pick(row), 0)
  return {
    revenue: money((row) => row.revenue),
    purchases: count((row) => row.purchases),
    leads: count((row) => row.leads),
    goals: count((row) => row.goals),
    new_customers: count((row) => row.new_customers),
    unidentified_purchases: count((row) => row.unidentified_purchases),
    with_visitor: count((row) => row.with_visitor),
    with_touch: count((row) => row.with_touch),
    with_campaign: count((row) => row.with_campaign),
    complete_revenue: money((row) => row.complete_revenue),
    complete_attributed_revenue: money(
      (row) => row.complete_attributed_revenue
    ),
    complete_squared_revenue: money((row) => row.complete_squared_revenue),
    complete_purchases: count((row) => row.complete_purchases),
    complete_attributed_purchases: count(
      (row) => row.complete_attributed_purchases
    ),
    complete_leads: count((row) => row.complete_leads),
    complete_goals: count((row) => row.complete_goals),
    complete_new_customers: count((row) => row.complete_new_customers),
  }
}

function figures(sum: Results, cost: SpendFigures | null): CampaignFigures {
  const spend = cost && Number(cost.complete_spend)
  const costPer = (count: number) =>
    spend === null ? null : ratio(spend, count)
  return {
    revenue: Number(sum.revenue),
    spend: cost && Number(cost.spend),
    purchases: sum.purchases,
    leads: sum.leads,
    goals: sum.goals,
    conversions: sum.purchases + sum.leads + sum.goals,
    new_customers: sum.new_customers,
    impressions: cost && Number(cost.impressions),
    clicks: cost && Number(cost.clicks),
    claimed_conversions: optionalNumber(cost?.claimed_conversions),
    claimed_value: optionalNumber(cost?.claimed_value),
    roi:
      spend === null
        ? null
        : ratio(Number(sum.complete_revenue) - spend, spend),
    cpa: costPer(sum.complete_purchases),
    cpl: costPer(sum.complete_leads),
    cac: costPer(sum.complete_new_customers),
    cost_per_conversion: costPer(
      sum.complete_purchases + sum.complete_leads + sum.complete_goals
    ),
  }
}

function perSpend(revenue: string, cost: SpendFigures | null): number | null {
  return cost && ratio(Number(revenue), Number(cost.complete_spend))
}

export function optionalNumber(
  value: string | null | undefined
): number | null {
  return value === null || value === undefined ? null : Number(value)
}
