import BigNumber from "bignumber.js"
import type { RfmCell } from "../../types"
import { RFM_GRID, RFM_GROUPS, type RfmGroup } from "./rfm-groups"

export interface RfmReport {
  people: number
  /** All 25 cells: recency 1 to 5, and the mean of frequency and monetary value. */
  cells: {
    r: number
    v: number
    group: RfmGroup
    people: number
    revenue: number
  }[]
  /** All 11 groups, the most valuable first. */
  groups: {
    group: RfmGroup
    people: number
    revenue: number
    /** People now less people 30 days before. */
    change: number
  }[]
}

/** The grid and the groups, also those that nobody is in. */
export function rfmReport(rows: RfmCell[]): RfmReport {
  const now = rows.filter((row) => row.at === "now")
  const before = rows.filter((row) => row.at === "before")
  return {
    people: people(now),
    cells: RFM_GRID.flatMap((line, recency) =>
      line.map((group, value) => {
        const found = now.filter(
          (row) => row.r === recency + 1 && row.v === value + 1
        )
        return {
          r: recency + 1,
          v: value + 1,
          group,
          people: people(found),
          revenue: revenue(found),
        }
      })
    ),
    groups: RFM_GROUPS.map((group) => {
      const found = now.filter((row) => row.group === group)
      const former = before.filter((row) => row.group === group)
      return {
        group,
        people: people(found),
        revenue: revenue(found),
        change: people(found) - people(former),
      }
    }),
  }
}

function people(rows: RfmCell[]): number {
  return rows.reduce((total, row) => total + row.people, 0)
}

function revenue(rows: RfmCell[]): number {
  return BigNumber.sum(0, ...rows.map((row) => row.revenue)).toNumber()
}
