import type { MedusaRequest } from "@medusajs/framework/http"
import { serviceOf } from "../../../../modules/ad-planning/service-of"
import { readNpsToken } from "../../../../modules/ad-planning/utils/scores/nps-token"

/** A question that still takes an answer. */
export interface OpenQuestion {
  id: string
  value: number | null
  expires_at: Date
}

/**
 * The question that a token is of. Null for a token that we did not sign, for one
 * that expired, and for one of somebody who was erased.
 */
export async function openQuestion(
  req: MedusaRequest,
  token: string,
  now: Date
): Promise<OpenQuestion | null> {
  const service = serviceOf(req.scope)
  const id = readNpsToken(token, service.options.secret)
  if (id === null) {
    return null
  }
  const [rating] = await service.listAdPlanningRatings(
    { source_type: "nps_answer", source_id: id },
    { select: ["source_id", "value", "expires_at"], take: 1 }
  )
  const expires_at = rating?.expires_at ? new Date(rating.expires_at) : null
  return expires_at && expires_at > now
    ? { id, value: rating?.value ?? null, expires_at }
    : null
}
