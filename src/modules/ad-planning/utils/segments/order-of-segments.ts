import type { SegmentCriteria } from "../../types"
import { segmentsIn } from "./rules-of"

export interface DependentSegment {
  id: string
  criteria: SegmentCriteria
}

/**
 * Segments so that each stands after those that its rules ask about.
 *
 * @throws RangeError naming the segments of a circle
 */
export function orderOfSegments<Segment extends DependentSegment>(
  segments: Segment[]
): Segment[] {
  const byId = new Map(segments.map((segment) => [segment.id, segment]))
  const done = new Set<string>()
  const ordered: Segment[] = []
  const visit = (segment: Segment, path: string[]): void => {
    if (path.includes(segment.id)) {
      throw new RangeError([...path, segment.id].join(" -> "))
    }
    if (done.has(segment.id)) {
      return
    }
    for (const id of segmentsIn(segment.criteria)) {
      const other = byId.get(id)
      if (other) {
        visit(other, [...path, segment.id])
      }
    }
    done.add(segment.id)
    ordered.push(segment)
  }
  for (const segment of segments) {
    visit(segment, [])
  }
  return ordered
}
