import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { serviceOf } from "../../../../../../modules/ad-planning/service-of"
import { segmentCriteriaSchema } from "../../../../../../modules/ad-planning/utils/segmentation-engine"
import { createSegmentsWorkflow } from "../../../../../../workflows/ad-planning/segments/create-segments"
import { idParam } from "../../../../../utils/id-param"
import { readSegment, SEGMENT_ENTITY } from "../../read-segment"
import type { AdminDuplicateSegmentType } from "../../validators"

/** A new segment with the same rules, without members and without a group. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminDuplicateSegmentType>,
  res: MedusaResponse
) => {
  const service = serviceOf(req.scope)
  const { name, description, segment_type, criteria } =
    await service.retrieveCustomerSegment(idParam(req, SEGMENT_ENTITY))
  const { result } = await createSegmentsWorkflow(req.scope).run({
    input: {
      segments: [
        {
          name: req.validatedBody.name ?? `${name} (copy)`,
          description,
          segment_type,
          criteria: segmentCriteriaSchema.parse(criteria),
        },
      ],
    },
  })
  res.json({ segment: await readSegment(service, result.ids[0]!) })
}
