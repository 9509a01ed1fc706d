import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { calculateSegmentMembershipWorkflow } from "../../../../../../workflows/ad-planning/segments/calculate-segment-membership"
import { idParam } from "../../../../../utils/id-param"
import { SEGMENT_ENTITY } from "../../read-segment"

/** Calculates one segment, also one that is off or does not update itself. */
export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const { result } = await calculateSegmentMembershipWorkflow(req.scope).run({
    input: {
      segment_id: idParam(req, SEGMENT_ENTITY),
      as_of: new Date().toISOString(),
    },
  })
  res.json(result)
}
