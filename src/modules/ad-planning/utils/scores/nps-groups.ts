import type { NpsBreakdownRow } from "../../types"
import { NPS_GROUPS, type NpsGroup } from "./nps"

/** One group of those who answered, and what they bought. */
export interface NpsGroupReport {
  group: NpsGroup
  people: number
  /** Share of all who answered, 0 to 1; null without any. */
  share: number | null
  buyers: number
  orders: number
  /** Net, in the report's currency, until the period's end. */
  revenue: number
  /** Per person of the group who bought; null without any. */
  revenue_per_buyer: number | null
  unconverted: { currency: string; revenue: number }[]
}

/** Promoters, passives and detractors, each even when nobody is in it. */
export function npsGroups(rows: readonly NpsBreakdownRow[]): NpsGroupReport[] {
  const people = rows.reduce((sum, row) => sum + row.people, 0)
  return NPS_GROUPS.map((group) => {
    const row = rows.find((one) => one.group === group)
    const revenue = Number(row?.revenue ?? 0)
    const buyers = row?.buyers ?? 0
    return {
      group,
      people: row?.people ?? 0,
      share: people > 0 ? (row?.people ?? 0) / people : null,
      buyers,
      orders: row?.orders ?? 0,
      revenue,
      revenue_per_buyer: buyers > 0 ? revenue / buyers : null,
      unconverted: (row?.unconverted ?? []).map((part) => ({
        currency: part.currency,
        revenue: Number(part.revenue),
      })),
    }
  })
}
