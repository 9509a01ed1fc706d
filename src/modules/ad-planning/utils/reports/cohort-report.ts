import BigNumber from "bignumber.js"
import {
  COHORT_WINDOWS,
  REMAINDER_BUCKETS,
  type CampaignSpendRow,
  type CohortRow,
  type CohortWindow,
} from "../../types"
import {
  NO_SPEND,
  spendByCampaign,
  totalSpend,
  type SpendFigures,
  type Unconverted,
} from "./campaign-report"
import { ratio } from "./ratio"
import { buyersThrough, observedDays, paybackDay } from "./value-curve"

/** Money in major units of the report's currency, not rounded. */
export type CohortFigures = Record<
  `value_${CohortWindow}` | "first_order_value",
  number | null
> &
  Record<`buyers_${CohortWindow}`, number> & {
    new_customers: number
    /** Null where the report's filters cannot split it. */
    spend: number | null
    cac: number | null
    /** Null when the curve has not reached the cost, or there is none to reach. */
    payback_days: number | null
    is_paid_back: boolean | null
    /** How far the curve can be followed; null without a buyer. */
    observed_days: number | null
  }

export type Cohort = { key: string } & CohortFigures

/** Its columns in order, also when there is no row. */
export const COHORT_COLUMNS = [
  "key",
  "name",
  "new_customers",
  "spend",
  "cac",
  "first_order_value",
  ...COHORT_WINDOWS.map((days) => `value_${days}` as const),
  ...COHORT_WINDOWS.map((days) => `buyers_${days}` as const),
  "payback_days",
  "is_paid_back",
  "observed_days",
] as const satisfies (keyof Cohort | "name")[]

export interface CohortReport {
  cohorts: Cohort[]
  totals: CohortFigures
  unconverted: Unconverted[]
}

type Sums = Omit<CohortRow, "bucket" | "unconverted">

/**
 * One row per campaign that brought first-time buyers or had spend, most buyers
 * first, then the remainder rows: together they are the shop's first-time buyers.
 */
export function cohortReport(
  rows: CohortRow[],
  spend: CampaignSpendRow[] | null
): CohortReport {
  const spent = spendByCampaign(spend)
  const remainder: readonly string[] = REMAINDER_BUCKETS
  const campaigns = [
    ...new Set([...rows.map((row) => row.bucket), ...spent.keys()]),
  ].filter((key) => !remainder.includes(key))
  const toCohort = (key: string): Cohort => ({
    key,
    ...figures(
      sumOf(rows.filter((row) => row.bucket === key)),
      spend && (spent.get(key) ?? NO_SPEND)
    ),
  })
  return {
    cohorts: [
      ...campaigns
        .map(toCohort)
        .toSorted(
          (a, b) =>
            b.new_customers - a.new_customers || (b.spend ?? 0) - (a.spend ?? 0)
        ),
      ...REMAINDER_BUCKETS.map(toCohort),
    ],
    totals: figures(sumOf(rows), totalSpend(spend)),
    unconverted: unconvertedOf(rows, spend),
  }
}

/** Several cohorts as one. */
function sumOf(rows: CohortRow[]): Sums {
  const count = (pick: (row: CohortRow) => number) =>
    rows.reduce((sum, row) => sum + pick(row), 0)
  const money = (pick: (row: CohortRow) => string) =>
    BigNumber.sum(0, ...rows.map(pick)).toFixed()
  return {
    new_customers: count((row) => row.new_customers),
    complete_new_customers: count((row) => row.complete_new_customers),
    first_order_revenue: money((row) => row.first_order_revenue),
    revenue_30: money((row) => row.revenue_30),
    revenue_90: money((row) => row.revenue_90),
    revenue_365: money((row) => row.revenue_365),
    buyers_by_age: byDay(rows.flatMap((row) => row.buyers_by_age)).map(
      ([age, buyers]) => [age, buyers.toNumber()]
    ),
    revenue_by_day: byDay(rows.flatMap((row) => row.revenue_by_day)).map(
      ([day, revenue]) => [day, revenue.toFixed()]
    ),
  }
}

function byDay(amounts: [number, string | number][]): [number, BigNumber][] {
  const sums = new Map<number, BigNumber>()
  for (const [day, amount] of amounts) {
    sums.set(day, (sums.get(day) ?? new BigNumber(0)).plus(amount))
  }
  return [...sums].toSorted(([a], [b]) => a - b)
}

function figures(sum: Sums, cost: SpendFigures | null): CohortFigures {
  const buyers = (days: number) => buyersThrough(sum, days)
  const value = (revenue: string, days: number) =>
    ratio(Number(revenue), buyers(days))
  return {
    new_customers: sum.new_customers,
    spend: cost && Number(cost.spend),
    cac: cost && ratio(Number(cost.complete_spend), sum.complete_new_customers),
    first_order_value: value(sum.first_order_revenue, 0),
    value_30: value(sum.revenue_30, 30),
    value_90: value(sum.revenue_90, 90),
    value_365: value(sum.revenue_365, 365),
    buyers_30: buyers(30),
    buyers_90: buyers(90),
    buyers_365: buyers(365),
    ...payback(sum, cost),
    observed_days: observedDays(sum),
  }
}

/** Without spend, or without a buyer to spend it on, there is nothing to get back. */
function payback(
  sum: Sums,
  cost: SpendFigures | null
): Pick<CohortFigures, "payback_days" | "is_paid_back"> {
  const spend = new BigNumber(cost?.complete_spend ?? 0)
  const hasCost = spend.gt(0) && sum.complete_new_customers > 0
  if (!hasCost || buyersThrough(sum, 0) === 0) {
    return { payback_days: null, is_paid_back: null }
  }
  const day = paybackDay(sum, spend.div(sum.complete_new_customers))
  return { payback_days: day, is_paid_back: day !== null }
}

function unconvertedOf(
  [first]: CohortRow[],
  spend: CampaignSpendRow[] | null
): Unconverted[] {
  const earned = first?.unconverted ?? []
  const spent = (spend ?? []).filter(
    (row) => row.is_total && row.unconverted_currency !== null
  )
  const currencies = new Set([
    ...earned.map((row) => row.currency),
    ...spent.map((row) => `${row.unconverted_currency}`),
  ])
  return [...currencies].toSorted().map((currency) => {
    const lost = earned.find((row) => row.currency === currency)
    const cost = spent.find((row) => row.unconverted_currency === currency)
    return {
      currency,
      revenue: Number(lost?.revenue ?? 0),
      spend: Number(cost?.spend ?? 0),
      purchases: lost?.purchases ?? 0,
    }
  })
}
