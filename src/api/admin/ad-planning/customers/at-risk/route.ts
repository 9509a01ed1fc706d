import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { NO_SCORES } from "../no-scores"
import type { AdminGetRankedCustomersParamsType } from "../validators"

/** Customers who may be about to leave: empty until scores are calculated. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const { limit, offset } =
    req.validatedQuery as AdminGetRankedCustomersParamsType
  res.json({ customers: [], count: 0, offset, limit, hint: NO_SCORES })
}
