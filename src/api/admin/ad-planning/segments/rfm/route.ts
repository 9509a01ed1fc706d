import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { serviceOf } from "../../../../../modules/ad-planning/service-of"
import { rfmReport } from "../../../../../modules/ad-planning/utils/segmentation-engine"

/** People and revenue by RFM cell and group, and how groups moved in 30 days. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const asOf = new Date()
  const { currency, cells } = await serviceOf(req.scope).segmentReports.rfmGrid(
    asOf
  )
  res.json({
    rfm: { as_of: asOf.toISOString(), currency, ...rfmReport(cells) },
  })
}
