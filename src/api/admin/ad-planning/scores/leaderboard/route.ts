import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { listBest } from "../list-best"
import type { AdminGetLeaderboardParamsType } from "../validators"

/** Customers by one type of score, the highest first. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const { type, limit, offset } =
    req.validatedQuery as AdminGetLeaderboardParamsType
  const { rows, count, hint } = await listBest(req.scope, type, {
    limit,
    offset,
  })
  res.json({ leaderboard: rows, type, count, offset, limit, ...hint })
}
