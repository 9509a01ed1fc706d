import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { acceptConversion } from "../accept-conversion"
import type { WebTrackConversionType } from "../track-conversion/validators"

// One transparent pixel.
const GIF = Buffer.from(
  "R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7",
  "base64"
)

/** The same as `track-conversion`, for places without script. */
export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  // Who only asks whether it is there reports nothing.
  const isReport = req.method === "GET"
  const message = req.validatedQuery as WebTrackConversionType
  const answer = isReport ? await acceptConversion(req, res, message) : true
  if (answer) {
    res
      .status(200)
      .set({
        "Content-Type": "image/gif",
        "Cache-Control": "no-store",
        "Cross-Origin-Resource-Policy": "cross-origin",
      })
      .end(GIF)
  }
}
