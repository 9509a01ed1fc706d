import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { serviceOf } from "../../../../../modules/ad-planning/service-of"
import { readPersonNames } from "../../../../../sources/read-person-names"
import type { AdminPreviewSegmentType } from "../validators"

const EXAMPLES = 10

/** Who would be in a segment with these rules; nothing is written. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminPreviewSegmentType>,
  res: MedusaResponse
) => {
  const asOf = new Date()
  const service = serviceOf(req.scope)
  const { criteria } = req.validatedBody
  await service.segments.requireNoCircle(null, criteria)
  const preview = await service.segmentReports.preview(criteria, asOf, EXAMPLES)
  const names = await readPersonNames(req.scope, preview.examples)
  res.json({
    preview: {
      ...preview,
      as_of: asOf.toISOString(),
      examples: preview.examples.map((person_id) => ({
        person_id,
        name: names.get(person_id) ?? null,
      })),
    },
  })
}
