import type { AttributionStatsRow, StatsGroup } from "../../types"
import type { Unconverted } from "./campaign-report"
import { ratio } from "./ratio"

export interface AttributionStats {
  key: string
  /** Null by buyer: a touch is of nobody who bought yet. */
  sessions: number | null
  visitors: number | null
  /** Counts are fractions where a model shares a conversion. */
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
  rows: AttributionStatsRow[],
  group: StatsGroup
): AttributionStatsReport {
  const hasTouches = group !== "buyer"
  const total = rows.find((row) => row.key === null)
  const claiming = total?.claiming ?? 0
  const resolved = total?.resolved ?? 0
  return {
    stats: rows
      .flatMap(({ key, ...row }) =>
        key === null
          ? []
          : {
              key,
              sessions: hasTouches ? row.sessions : null,
              visitors: hasTouches ? row.visitors : null,
              purchases: row.purchases,
              leads: row.leads,
              goals: row.goals,
              conversions: row.purchases + row.leads + row.goals,
              revenue: Number(row.revenue),
            }
      )
      .toSorted(
        (a, b) => b.revenue - a.revenue || (b.sessions ?? 0) - (a.sessions ?? 0)
      ),
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
