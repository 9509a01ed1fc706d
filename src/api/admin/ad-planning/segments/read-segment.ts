import type AdPlanningService from "../../../../modules/ad-planning/service"
import type { SegmentFigures } from "../../../../modules/ad-planning/types"
import { SEGMENT_FIELDS } from "./query-config"

export const SEGMENT_ENTITY = "CustomerSegment"

/** One segment as every route about it answers. */
export async function readSegment(service: AdPlanningService, id: string) {
  const segment = await service.retrieveCustomerSegment(id, {
    select: [...SEGMENT_FIELDS],
  })
  const figures = await service.segmentReports.figures([id], new Date())
  return withFigures(segment, figures)
}

/** A segment with its members' revenue and how its size changed in 30 days. */
export function withFigures<
  Segment extends { id: string; customer_count?: number },
>(segment: Segment, figures: Map<string, SegmentFigures>) {
  const known = figures.get(segment.id)
  const former = known?.former_count ?? null
  return {
    ...segment,
    revenue: known?.revenue ?? null,
    count_30_days_ago: former,
    change_30_days:
      former === null || segment.customer_count === undefined
        ? null
        : segment.customer_count - former,
  }
}
