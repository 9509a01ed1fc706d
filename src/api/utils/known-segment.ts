import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { serviceOf } from "../../modules/ad-planning/service-of"

const MAX_ID = 128

/** The segment that a report about people may be of. */
export const segmentId = z.string().min(1).max(MAX_ID).optional()

/** What an answer says of it: the people are those who are members now. */
export interface SegmentLabel {
  id: string
  members: "now"
}

export function segmentLabel(id: string | undefined): {
  segment?: SegmentLabel
} {
  return id === undefined ? {} : { segment: { id, members: "now" } }
}

/**
 * Refuses a report of a segment that is none, rather than to answer that nobody did
 * anything. Goes after `validateQuery`.
 *
 * @throws MedusaError not_found
 */
export async function rejectUnknownSegment(
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> {
  const { segment_id } = req.validatedQuery as { segment_id?: string }
  if (segment_id !== undefined) {
    await serviceOf(req.scope).retrieveCustomerSegment(segment_id, {
      select: ["id"],
    })
  }
  next()
}
