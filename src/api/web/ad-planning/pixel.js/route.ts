import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { isSourcePresent } from "../../../../workflows/ad-planning/sync/source-adapters"
import { PIXEL_SOURCE, PIXEL_VERSION } from "./pixel-source"

const SHORT = "public, max-age=3600"
const LONG = "public, max-age=31536000, immutable"

/** Read by the script: nobody here takes page views. */
const WITHOUT_ANALYTICS = "(self.adPlanning=self.adPlanning||{}).off=1;"

/**
 * The storefront script. An address with the version of what it answers, `?v=`,
 * may be kept for good; an older version's gets the present script.
 */
export const GET = (req: MedusaRequest, res: MedusaResponse) => {
  const { version, source } = script()
  // Answered with 304 by Express where the browser has it, and to HEAD without
  // a body.
  res
    .set({
      "Content-Type": "text/javascript; charset=utf-8",
      ETag: `"${version}"`,
      "Cache-Control": req.query.v === version ? LONG : SHORT,
      "Access-Control-Allow-Origin": "*",
      "Cross-Origin-Resource-Policy": "cross-origin",
      "X-Content-Type-Options": "nosniff",
    })
    .send(source)
}

function script() {
  return isSourcePresent("session")
    ? { version: PIXEL_VERSION, source: PIXEL_SOURCE }
    : {
        version: `${PIXEL_VERSION}-off`,
        source: WITHOUT_ANALYTICS + PIXEL_SOURCE,
      }
}
