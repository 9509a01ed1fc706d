import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { serviceOf } from "../../../../../modules/ad-planning/service-of"
import { variantOf } from "../../../../../modules/ad-planning/utils/statistical-utils"
import { assigning } from "../definitions"
import type { WebGetAssignmentsParamsType } from "../validators"

/** A visitor's variants, for a shop's server. Nothing is written. */
export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const { visitor_id, website_id } =
    req.validatedQuery as WebGetAssignmentsParamsType
  const live = await serviceOf(req.scope).experiments.live(new Date())
  const assignments = assigning(live, website_id).flatMap((experiment) => {
    const variant = variantOf(experiment, visitor_id)
    return variant === null ? [] : [[experiment.key, variant] as const]
  })
  res
    .set("Cache-Control", "private, max-age=60")
    .json({ visitor_id, assignments: Object.fromEntries(assignments) })
}
