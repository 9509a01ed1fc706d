import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { serviceOf } from "../../../../modules/ad-planning/service-of"
import { assigning, definitions } from "./definitions"
import type { WebGetExperimentsParamsType } from "./validators"

/** What runs, for GrowthBook's SDKs and our script: they assign by themselves. */
export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const { website_id } = req.validatedQuery as WebGetExperimentsParamsType
  const live = await serviceOf(req.scope).experiments.live(new Date())
  // Express makes the ETag of the answer, and 304 of a request that has it.
  res
    .set({
      "Cache-Control": "public, max-age=60",
      "Access-Control-Allow-Origin": "*",
      "Cross-Origin-Resource-Policy": "cross-origin",
    })
    .json(definitions(assigning(live, website_id)))
}
