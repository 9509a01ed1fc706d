import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { acceptConversion } from "../accept-conversion"
import type { WebTrackConversionType } from "./validators"

/** Counts what a visitor's browser reports; answered after it is committed. */
export const POST = async (
  req: MedusaRequest<WebTrackConversionType>,
  res: MedusaResponse
) => {
  const answer = await acceptConversion(req, res, req.validatedBody)
  if (answer) {
    res.status(202).json(answer)
  }
}
