import type { ConversionStatsRow } from "../../types"

/** Money in major units of the report's currency, not rounded. */
export type ConversionFigures = {
  /** Purchases, leads and goals. */
  conversions: number
  purchases: number
  leads: number
  /** What met a primary goal and is neither purchase nor lead. */
  goals: number
  /** Everything else: carts, milestones, events of no primary goal. */
  events: number
  /** Of purchases only. */
  revenue: number
  /** What leads, goals and events say they are worth; never revenue. */
  value: number
  first_purchases: number
}

export type ConversionStats = ConversionFigures & { key: string }

/** Amounts that no exchange rate covers, apart and never summed. */
export interface UnconvertedConversions {
  currency: string
  revenue: number
  value: number
  purchases: number
}

export interface ConversionStatsReport {
  stats: ConversionStats[]
  totals: ConversionFigures
  unconverted: UnconvertedConversions[]
}

/**
 * Shapes the statement's rows.
 *
 * @param keys - rows there are in any case; first, and in this order
 */
export function conversionStatsReport(
  rows: ConversionStatsRow[],
  keys: readonly string[]
): ConversionStatsReport {
  const byKey = new Map<string, ConversionStatsRow[]>(
    keys.map((key) => [key, []])
  )
  for (const row of rows) {
    if (!row.is_total && row.key !== null) {
      byKey.set(row.key, [...(byKey.get(row.key) ?? []), row])
    }
  }
  const totals = rows.filter(({ is_total }) => is_total)
  return {
    stats: [...byKey].map(([key, found]) => ({ key, ...figures(found) })),
    totals: figures(totals),
    unconverted: totals
      .flatMap(({ unconverted_currency: currency, ...lost }) =>
        currency === null
          ? []
          : {
              currency,
              revenue: Number(lost.revenue),
              value: Number(lost.value),
              purchases: lost.purchases,
            }
      )
      .toSorted((a, b) => (a.currency < b.currency ? -1 : 1)),
  }
}

/** Most revenue first, then most conversions, then most events. */
export function bestFirst(a: ConversionStats, b: ConversionStats): number {
  return (
    b.revenue - a.revenue ||
    b.conversions - a.conversions ||
    b.events - a.events ||
    (a.key < b.key ? -1 : 1)
  )
}

/** What has no rate counts, but its money does not. */
function figures(rows: ConversionStatsRow[]): ConversionFigures {
  const count = (pick: (row: ConversionStatsRow) => number) =>
    rows.reduce((sum, row) => sum + pick(row), 0)
  const converted = rows.find((row) => row.unconverted_currency === null)
  const purchases = count((row) => row.purchases)
  const leads = count((row) => row.leads)
  const goals = count((row) => row.goals)
  return {
    conversions: purchases + leads + goals,
    purchases,
    leads,
    goals,
    events: count((row) => row.events),
    revenue: Number(converted?.revenue ?? 0),
    value: Number(converted?.value ?? 0),
    first_purchases: count((row) => row.first_purchases),
  }
}
