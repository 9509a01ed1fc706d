import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { serviceOf } from "../../../../../../modules/ad-planning/service-of"
import { setSegmentGroupSyncWorkflow } from "../../../../../../workflows/ad-planning/segments/set-segment-group-sync"
import { idParam } from "../../../../../utils/id-param"
import { readSegment, SEGMENT_ENTITY } from "../../read-segment"
import type { AdminSyncSegmentType } from "../../validators"

/** Begins or ends the mirroring of the members to a customer group. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminSyncSegmentType>,
  res: MedusaResponse
) => {
  const segment_id = idParam(req, SEGMENT_ENTITY)
  await setSegmentGroupSyncWorkflow(req.scope).run({
    input: { ...req.validatedBody, segment_id },
  })
  res.json({ segment: await readSegment(serviceOf(req.scope), segment_id) })
}
