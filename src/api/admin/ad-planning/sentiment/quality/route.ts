import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { serviceOf } from "../../../../../modules/ad-planning/service-of"
import { agreementOf } from "../../../../../modules/ad-planning/utils/sentiment/agreement"

/** How far the analysers agree with the people who confirmed or corrected them. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const service = serviceOf(req.scope)
  const pairs = await service.sentimentReports.labelPairs()
  const versions = [...new Set(pairs.map(({ model_version }) => model_version))]
  res.json({
    quality: {
      ...agreementOf(pairs),
      by_model_version: versions.map((model_version) => ({
        model_version,
        ...agreementOf(
          pairs.filter((pair) => pair.model_version === model_version)
        ),
      })),
    },
  })
}
