import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { serviceOf } from "../../../../../modules/ad-planning/service-of"
import { sampleSize } from "../../../../../modules/ad-planning/utils/statistical-utils"
import type { AdminSampleSizeType } from "../validators"

/** How many visitors and days an effect needs, from the shop's own rates. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminSampleSizeType>,
  res: MedusaResponse
) => {
  const {
    metric = {
      metric: "conversion_rate" as const,
      direction: "increase" as const,
    },
    ...asked
  } = req.validatedBody
  const { experimentFigures } = serviceOf(req.scope)
  const base = await experimentFigures.base(metric, new Date())
  res.json({ sample_size: sampleSize(metric, asked, base) })
}
