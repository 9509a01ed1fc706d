import type { MaturityRow } from "../../types"

// Fewer purchases' worth say nothing of what is taken back.
const MIN_NET = 1

/**
 * What young revenue is multiplied by, by its age in whole days: what was left in the
 * end of purchases that were once as young. 1 where nothing is known, or nothing left.
 */
export function maturityFactors(rows: readonly MaturityRow[]): number[] {
  return rows
    .toSorted((a, b) => a.age_days - b.age_days)
    .map(({ net_at_age, net_final }) =>
      net_at_age >= MIN_NET && net_final >= MIN_NET ? net_final / net_at_age : 1
    )
}
