import type { DropoffRow, JourneyEventType } from "../../types"
import { ratio } from "../reports/ratio"

export interface DropoffStep {
  name: string
  /** Persons or visitors who got here. */
  count: number
  /** Those of them who did not get to the next step; 0 for the last one. */
  dropped: number
  /** Null for the last step, and for one that nobody reached. */
  drop_rate: number | null
  /** What they did next, most frequent first; shares of the dropped. */
  instead: {
    event_type: JourneyEventType
    count: number
    share: number | null
  }[]
  /** Those who did nothing more within the window. */
  nothing: { count: number; share: number | null }
}

export interface DropoffReport {
  steps: DropoffStep[]
  /** Those whose window is not over: how far they are by now. */
  unfinished: { name: string; count: number }[]
}

/**
 * Shapes the statement's rows: who went no further, and what they did.
 *
 * @param names - of the steps, in their order
 */
export function dropoffReport(
  rows: DropoffRow[],
  names: readonly string[]
): DropoffReport {
  const finished = rows.filter(({ is_finished }) => is_finished)
  const others = rows.filter(({ is_finished }) => !is_finished)
  return {
    steps: names.map((name, index) => {
      const isLast = index === names.length - 1
      const count = gotTo(finished, index)
      const stopped = finished.filter(({ step }) => step === index && !isLast)
      const dropped = sum(stopped)
      return {
        name,
        count,
        dropped,
        drop_rate: isLast ? null : ratio(dropped, count),
        instead: stopped
          .flatMap(({ event_type, count: those }) =>
            event_type
              ? [{ event_type, count: those, share: ratio(those, dropped) }]
              : []
          )
          .toSorted(
            (a, b) =>
              b.count - a.count || (a.event_type < b.event_type ? -1 : 1)
          ),
        nothing: shareOf(
          stopped.filter(({ event_type }) => event_type === null),
          dropped
        ),
      }
    }),
    unfinished: names.map((name, index) => ({
      name,
      count: gotTo(others, index),
    })),
  }
}

function gotTo(rows: DropoffRow[], index: number): number {
  return sum(rows.filter(({ step }) => step >= index))
}

function shareOf(rows: DropoffRow[], dropped: number) {
  return { count: sum(rows), share: ratio(sum(rows), dropped) }
}

function sum(rows: DropoffRow[]): number {
  return rows.reduce((total, { count }) => total + count, 0)
}
