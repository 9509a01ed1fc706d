import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { listBest } from "../../scores/list-best"
import type { AdminGetRankedCustomersParamsType } from "../validators"

/** Customers who do most, the most engaged first. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const { limit, offset } =
    req.validatedQuery as AdminGetRankedCustomersParamsType
  const { rows, count, hint } = await listBest(req.scope, "engagement", {
    limit,
    offset,
  })
  res.json({ customers: rows, count, offset, limit, ...hint })
}
