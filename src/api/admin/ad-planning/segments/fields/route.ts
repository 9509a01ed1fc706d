import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import {
  OPERATORS,
  SEGMENT_FIELDS,
} from "../../../../../modules/ad-planning/utils/segmentation-engine"

/** Everything that a rule may name, and how it may be asked. */
export const GET = (_req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const fields = SEGMENT_FIELDS.map(({ source: _s, column: _c, ...field }) => ({
    ...field,
    operators: OPERATORS[field.kind],
  }))
  res.json({ fields, count: fields.length })
}
