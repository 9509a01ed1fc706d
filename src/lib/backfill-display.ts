import { SingleBar } from "cli-progress"
import type { BackfillProgress } from "../modules/ad-planning/utils/sync/progress"

/** What is shown of a run. */
export interface ShownBackfill extends BackfillProgress {
  status: string
  source: string | null
  rows_total: number | null
  rows_read: number
  rows_written: number
}

export interface BackfillDisplay {
  show(run: ShownBackfill): void
  stop(): void
}

// On a stream that is no terminal, as a log.
const LINE_EVERY_MS = 5_000

/** A bar on a terminal, else a line every few seconds. */
export function backfillDisplay(stream: NodeJS.WriteStream): BackfillDisplay {
  return stream.isTTY ? barOn(stream) : linesOn(stream)
}

function barOn(stream: NodeJS.WriteStream): BackfillDisplay {
  const bar = new SingleBar({
    stream,
    hideCursor: true,
    format: "{bar} {percentage} % | {text}",
  })
  bar.start(1, 0, { text: "" })
  return {
    show(run) {
      bar.setTotal(Math.max(run.rows_total ?? 1, run.rows_read, 1))
      bar.update(run.rows_read, { text: describeBackfill(run) })
    },
    stop: () => bar.stop(),
  }
}

function linesOn(stream: NodeJS.WriteStream): BackfillDisplay {
  let shownAt = 0
  let last = ""
  return {
    show(run) {
      const isDue = Date.now() - shownAt >= LINE_EVERY_MS
      const line = describeBackfill(run)
      if (line !== last && (isDue || run.status !== "running")) {
        stream.write(`${line}\n`)
        shownAt = Date.now()
        last = line
      }
    },
    stop: () => {},
  }
}

/** A run in one line. */
export function describeBackfill(run: ShownBackfill): string {
  const { rows_per_second: rate, seconds_left: left } = run
  return [
    run.source ?? run.status,
    `${run.rows_read} of ${run.rows_total ?? "?"} rows read`,
    `${run.rows_written} written`,
    rate === null ? null : `${Math.round(rate)} rows/s`,
    run.status === "running"
      ? left === null
        ? null
        : `${Math.ceil(left)} s left`
      : run.status,
  ]
    .filter((part) => part !== null)
    .join(", ")
}
