import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { serviceOf } from "../../../../../../modules/ad-planning/service-of"
import type { SuggestedValues } from "../../../../../../modules/ad-planning/types"

const MAX_VALUES = 50

/** Values that a rule may ask for, the commonest first. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const { of, q } = req.validatedQuery as { of: SuggestedValues; q: string }
  const values = await serviceOf(req.scope).segmentReports.suggestValues(
    of,
    q,
    MAX_VALUES
  )
  res.json({ values, count: values.length })
}
