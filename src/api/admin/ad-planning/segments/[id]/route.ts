import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { serviceOf } from "../../../../../modules/ad-planning/service-of"
import { deleteSegmentsWorkflow } from "../../../../../workflows/ad-planning/segments/delete-segments"
import { updateSegmentWorkflow } from "../../../../../workflows/ad-planning/segments/update-segment"
import { idParam } from "../../../../utils/id-param"
import { readSegment, SEGMENT_ENTITY } from "../read-segment"
import type { AdminUpdateSegmentType } from "../validators"

export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const id = idParam(req, SEGMENT_ENTITY)
  res.json({ segment: await readSegment(serviceOf(req.scope), id) })
}

/** What the body names is replaced, `criteria` as a whole; the rest stays. */
const update = async (
  req: AuthenticatedMedusaRequest<AdminUpdateSegmentType>,
  res: MedusaResponse
) => {
  const id = idParam(req, SEGMENT_ENTITY)
  await updateSegmentWorkflow(req.scope).run({
    input: { id, changes: req.validatedBody },
  })
  res.json({ segment: await readSegment(serviceOf(req.scope), id) })
}

export const POST = update
export const PUT = update

/** Of a segment with a customer group, `group` has to say what becomes of it. */
export const DELETE = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const id = idParam(req, SEGMENT_ENTITY)
  const { group } = req.validatedQuery as { group?: "keep" | "delete" }
  const segment = await serviceOf(req.scope).retrieveCustomerSegment(id)
  if (segment.customer_group_id && !group) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "Invalid request: Field 'group': must be keep or delete, for the segment has a customer group"
    )
  }
  await deleteSegmentsWorkflow(req.scope).run({
    input: { ids: [id], group: group ?? "keep" },
  })
  res.json({ id, object: "customer_segment", deleted: true })
}
