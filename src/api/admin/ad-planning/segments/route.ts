import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { serviceOf } from "../../../../modules/ad-planning/service-of"
import { createSegmentsWorkflow } from "../../../../workflows/ad-planning/segments/create-segments"
import { orderBy } from "../../../utils/list-params"
import { SEGMENT_FIELDS } from "./query-config"
import { readSegment, withFigures } from "./read-segment"
import type {
  AdminCreateSegmentType,
  AdminGetSegmentsParamsType,
} from "./validators"

/** Segments, each with its revenue and how it grew. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const {
    limit,
    offset,
    order = "-created_at",
    fields = [...SEGMENT_FIELDS],
    ...filters
  } = req.validatedQuery as AdminGetSegmentsParamsType
  const service = serviceOf(req.scope)
  const [segments, count] = await service.listAndCountCustomerSegments(
    filters,
    {
      select: [...new Set(["id", ...fields])],
      take: limit,
      skip: offset,
      order: orderBy(order),
    }
  )
  const figures = await service.segmentReports.figures(
    segments.map(({ id }) => id),
    new Date()
  )
  res.json({
    segments: segments.map((segment) => withFigures(segment, figures)),
    count,
    offset,
    limit,
  })
}

export const POST = async (
  req: AuthenticatedMedusaRequest<AdminCreateSegmentType>,
  res: MedusaResponse
) => {
  const { result } = await createSegmentsWorkflow(req.scope).run({
    input: { segments: [req.validatedBody] },
  })
  res.json({ segment: await readSegment(serviceOf(req.scope), result.ids[0]!) })
}
