import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { comparePeriod } from "../../../../../modules/ad-planning/utils/period/period"
import { npsReport } from "../../../../../modules/ad-planning/utils/scores/nps-report"
import { openNps } from "../open-nps"
import type { AdminGetNpsScoreParamsType } from "../validators"

/** The Net Promoter Score of a period, with its margin and what it leaves out. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const { compare, ...params } =
    req.validatedQuery as AdminGetNpsScoreParamsType
  const { nps, period, filters } = openNps(req.scope, params)
  const former = compare ? comparePeriod(period, compare, new Date()) : null
  const rows = await nps.counts({
    periods: former ? [period, former] : [period],
    filters,
  })
  const [current, previous] = rows.map(npsReport)
  res.json({
    score: current,
    previous_score: previous ?? null,
    period,
    compare_period: former,
    filters,
  })
}
