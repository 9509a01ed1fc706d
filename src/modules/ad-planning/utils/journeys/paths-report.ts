import type { JourneyEventType, PathDirection, PathsRow } from "../../types"
import { ratio } from "../reports/ratio"
import { eventTypeOf } from "./event-codes"

const CUT = "(more)"
const ENDS = { from: "(left)", to: "(start)" } as const

type PathEnd = typeof CUT | (typeof ENDS)[PathDirection]
type PathNode = JourneyEventType | PathEnd

export interface PathsReport {
  /** Most frequent first. */
  paths: {
    /** As they happened. */
    steps: JourneyEventType[]
    end: PathEnd
    count: number
    /** Of the total; null without one. */
    share: number | null
  }[]
  /** Whose window is over. */
  total: number
  /** Those whose path is not listed. */
  other: { count: number; share: number | null }
  /** Of all paths: at each position they add up to who got that far. */
  links: {
    /** 0 is at the event. */
    position: number
    source: PathNode
    target: PathNode
    count: number
  }[]
  /** Those who may still go on. */
  unfinished: number
}

/** Shapes the statement's row: names instead of letters, and shares. */
export function pathsReport(
  { total, unfinished, paths, links }: PathsRow,
  direction: PathDirection
): PathsReport {
  const endOf = (isCut: boolean) => (isCut ? CUT : ENDS[direction])
  const listed = paths.reduce((sum, { count }) => sum + count, 0)
  return {
    paths: paths.map(({ walk, is_cut, count }) => {
      const steps = [...walk].map(eventTypeOf)
      return {
        steps: direction === "from" ? steps : steps.toReversed(),
        end: endOf(is_cut),
        count,
        share: ratio(count, total),
      }
    }),
    total,
    other: { count: total - listed, share: ratio(total - listed, total) },
    links: links.map(({ position, near, far, is_cut, count }) => {
      const from = eventTypeOf(near)
      const to = far === "" ? endOf(is_cut) : eventTypeOf(far)
      return direction === "from"
        ? { position, source: from, target: to, count }
        : { position, source: to, target: from, count }
    }),
    unfinished,
  }
}
