import type { FunnelRow } from "../../types"
import { ratio } from "../reports/ratio"

export interface FunnelStep {
  name: string
  /** Persons or visitors who got here. */
  count: number
  /** Null for the first step, and after a step that nobody reached. */
  rate_from_previous: number | null
  rate_from_first: number | null
  /** From the step before. */
  median_seconds: number | null
}

export interface Funnel {
  steps: FunnelStep[]
  /** Those whose window is not over: how far they are by now. */
  unfinished: { name: string; count: number }[]
}

export interface FunnelReport extends Funnel {
  /** By the entry; most entries first. Empty without a breakdown. */
  breakdown: (Funnel & { key: string })[]
}

/**
 * Shapes the statement's rows: counts per step, and what share went on.
 *
 * @param names - of the steps, in their order
 */
export function funnelReport(
  rows: FunnelRow[],
  names: readonly string[]
): FunnelReport {
  const total = rows.find(({ is_total }) => is_total)
  const breakdown = rows.flatMap((row) =>
    row.is_total || row.key === null
      ? []
      : [{ key: row.key, ...funnelOf(row, names) }]
  )
  return {
    ...funnelOf(total, names),
    breakdown: breakdown.toSorted(
      (a, b) => entriesOf(b) - entriesOf(a) || (a.key < b.key ? -1 : 1)
    ),
  }
}

function funnelOf(
  row: FunnelRow | undefined,
  names: readonly string[]
): Funnel {
  const counts = names.map((_, index) => row?.reached[index] ?? 0)
  return {
    steps: names.map((name, index) => ({
      name,
      count: counts[index]!,
      rate_from_previous:
        index === 0 ? null : ratio(counts[index]!, counts[index - 1]!),
      rate_from_first: ratio(counts[index]!, counts[0]!),
      median_seconds: row?.median_seconds[index] ?? null,
    })),
    unfinished: names.map((name, index) => ({
      name,
      count: row?.reached_unfinished[index] ?? 0,
    })),
  }
}

function entriesOf({ steps, unfinished }: Funnel): number {
  return (steps[0]?.count ?? 0) + (unfinished[0]?.count ?? 0)
}
