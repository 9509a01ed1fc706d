import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { acceptExposures } from "../accept-exposures"
import type { WebTrackExposuresType } from "../validators"

/** Notes what a visitor saw; answered after it is committed. */
export const POST = async (
  req: MedusaRequest<WebTrackExposuresType>,
  res: MedusaResponse
) => {
  const answer = await acceptExposures(req, res, req.validatedBody)
  if (answer) {
    res.status(202).json(answer)
  }
}
