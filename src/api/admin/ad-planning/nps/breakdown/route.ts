import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { serviceOf } from "../../../../../modules/ad-planning/service-of"
import { npsGroups } from "../../../../../modules/ad-planning/utils/scores/nps-groups"
import { reportCurrency } from "../../../../utils/report-params"
import { withKnownNames } from "../../scores/with-places"
import { openNps } from "../open-nps"
import type { AdminGetNpsBreakdownParamsType } from "../validators"

const COMMENTS = 20

/**
 * Promoters, passives and detractors with what they bought, how often each value was
 * answered, and the latest comments.
 */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const { currency: asked, ...params } =
    req.validatedQuery as AdminGetNpsBreakdownParamsType
  const { nps, period, filters } = openNps(req.scope, params)
  const currency = reportCurrency(asked, serviceOf(req.scope).options)
  const request = { periods: [period], filters }
  const [groups, distribution, comments] = await Promise.all([
    nps.breakdown(request, currency),
    nps.distribution(request),
    nps.comments(request, COMMENTS),
  ])
  res.json({
    breakdown: npsGroups(groups),
    distribution,
    comments: await withKnownNames(req.scope, comments),
    currency,
    period,
    filters,
  })
}
