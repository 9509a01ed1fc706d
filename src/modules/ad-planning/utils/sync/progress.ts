const SECOND_MS = 1_000

export interface BackfillCounts {
  rows_total: number | null
  rows_read: number
  started_at: Date
  finished_at: Date | null
}

export interface BackfillProgress {
  /** Over the whole run, breaks after a crash included; null before the first page. */
  rows_per_second: number | null
  /** Null while unknown, 0 when it has ended. */
  seconds_left: number | null
}

/**
 * How fast a run is and how long it will take, by what it has read so far.
 *
 * @example
 * backfillProgress({ rows_total: 300, rows_read: 100, started_at, finished_at: null },
 *   new Date(started_at.getTime() + 10_000)) // { rows_per_second: 10, seconds_left: 20 }
 */
export function backfillProgress(
  run: BackfillCounts,
  now: Date
): BackfillProgress {
  const until = run.finished_at ?? now
  const seconds = (until.getTime() - run.started_at.getTime()) / SECOND_MS
  const rows_per_second =
    run.rows_read > 0 && seconds > 0 ? run.rows_read / seconds : null
  return { rows_per_second, seconds_left: secondsLeft(run, rows_per_second) }
}

function secondsLeft(
  { rows_total, rows_read, finished_at }: BackfillCounts,
  rowsPerSecond: number | null
): number | null {
  if (finished_at) {
    return 0
  }
  // More rows may have come since they were counted.
  return rows_total === null || rowsPerSecond === null
    ? null
    : Math.max(0, rows_total - rows_read) / rowsPerSecond
}
