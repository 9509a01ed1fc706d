import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { isSourcePresent } from "../../../../workflows/ad-planning/sync/source-adapters"
import { EXPERIMENTS_SOURCE, EXPERIMENTS_VERSION } from "./experiments-source"
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
  const { version, source } = script(req.query.experiments !== undefined)
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

/** @param assigns - whether the page asks for experiments: `?experiments=1` */
function script(assigns: boolean) {
  const pixel = assigns
    ? {
        version: `${PIXEL_VERSION}-${EXPERIMENTS_VERSION}`,
        source: `${EXPERIMENTS_SOURCE}${PIXEL_SOURCE}`,
      }
    : { version: PIXEL_VERSION, source: PIXEL_SOURCE }
  return isSourcePresent("session")
    ? pixel
    : {
        version: `${pixel.version}-off`,
        source: WITHOUT_ANALYTICS + pixel.source,
      }
}
