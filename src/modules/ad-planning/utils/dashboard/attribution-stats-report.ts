import type { AttributionStatsRow } from "../../types"
import type { Unconverted } from "./campaign-report"
import { ratio } from "./ratio"

export interface AttributionStats {
  key: string
  sessions: number
  visitors: number
  purchases: number
  leads: number
  /** What met a primary goal and is neither purchase nor lead. */
  goals: number
  /** Purchases, leads and goals. */
  conversions: number
  revenue: number
}

/** Its fields in order, also when there is no row. */
export const STATS_COLUMNS = [
  "key",
  "sessions",
  "visitors",
  "purchases",
  "leads",
  "goals",
  "conversions",
  "revenue",
] as const satisfies (keyof AttributionStats)[]

export interface AttributionStatsReport {
  stats: AttributionStats[]
  totals: {
    sessions: number
    visitors: number
    /** Sessions that claim a campaign and have one, or have none. */
    resolved: number
    unresolved: number
    /** Of the sessions that claim one; null without any. */
    resolution_rate: number | null
    conversions: number
    revenue: number
  }
  unconverted: Unconverted[]
}

/** Shapes the statement's rows: groups by revenue, then the totals. */
export function attributionStatsReport(
  rows: AttributionStatsRow[]
): AttributionStatsReport {
  const total = rows.find((row) => row.key === null)
  const claiming = total?.claiming ?? 0
  const resolved = total?.resolved ?? 0
  return {
    stats: rows
      .flatMap(
        ({ key, sessions, visitors, purchases, leads, goals, revenue }) =>
          key === null
            ? []
            : {
                key,
                sessions,
                visitors,
                purchases,
                leads,
                goals,
                conversions: purchases + leads + goals,
                revenue: Number(revenue),
              }
      )
      .toSorted((a, b) => b.revenue - a.revenue || b.sessions - a.sessions),
    totals: {
      sessions: total?.sessions ?? 0,
      visitors: total?.visitors ?? 0,
      resolved,
      unresolved: claiming - resolved,
      resolution_rate: ratio(resolved, claiming),
      conversions: total ? total.purchases + total.leads + total.goals : 0,
      revenue: Number(total?.revenue ?? 0),
    },
    // Spend is no matter of attribution.
    unconverted: (total?.unconverted ?? []).map((lost) => ({
      currency: lost.currency,
      revenue: Number(lost.revenue),
      spend: 0,
      purchases: lost.purchases,
    })),
  }
}
