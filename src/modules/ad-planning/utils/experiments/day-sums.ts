import { addSums, type MetricSums, NO_SUMS } from "./metric-sums"

/** What one variant's visitors who matured on one day bring. */
export interface DaySums extends MetricSums {
  variant: string
  /** YYYY-MM-DD; null of those who are still maturing. */
  matured_on: string | null
}

/** Everything until the end of a day, by variant; without a day, all of it. */
export function sumsUntil(
  rows: DaySums[],
  variants: string[],
  day?: string
): Map<string, MetricSums> {
  const sums = new Map(variants.map((variant) => [variant, NO_SUMS]))
  for (const { variant, matured_on, ...row } of rows) {
    const before = sums.get(variant)
    if (before && matured_on && (day === undefined || matured_on <= day)) {
      sums.set(variant, addSums(before, row))
    }
  }
  return sums
}

/** The days on which anybody matured, in order. */
export function lookDays(rows: DaySums[]): string[] {
  const days = rows.flatMap(({ matured_on }) => matured_on ?? [])
  return [...new Set(days)].toSorted()
}

/** Exposed visitors of a variant who do not count yet. */
export function maturingOf(rows: DaySums[], variant: string): number {
  return rows
    .filter((row) => row.variant === variant && row.matured_on === null)
    .reduce((all, row) => all + row.visitors, 0)
}

/**
 * The first day on which enough had matured; undefined when that has not come.
 *
 * @param isEnough - asked of all variants' sums until the end of a day
 */
export function firstDay(
  rows: DaySums[],
  isEnough: (sums: MetricSums, day: string) => boolean
): string | undefined {
  let all = NO_SUMS
  for (const day of lookDays(rows)) {
    for (const row of rows.filter(({ matured_on }) => matured_on === day)) {
      all = addSums(all, row)
    }
    if (isEnough(all, day)) {
      return day
    }
  }
  return undefined
}
