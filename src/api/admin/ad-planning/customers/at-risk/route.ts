import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { isModulePresent } from "../../../../../lib/host-modules"
import { serviceOf } from "../../../../../modules/ad-planning/service-of"
import { churnReasons } from "../../../../../modules/ad-planning/utils/scores/churn-reasons"
import { calendarDate } from "../../../../../modules/ad-planning/utils/period/period"
import { PERSON_MODULE } from "../../../../../sources/person-module"
import { sendCsv, wantsCsv } from "../../../../utils/csv"
import { AT_RISK_CSV_COLUMNS, atRiskCsvPages } from "../at-risk-csv"
import { NO_PERSON_MODULE, withNames } from "../../scores/with-places"
import type { AdminGetRankedCustomersParamsType } from "../validators"

/** Customers who may be about to leave, the most value at stake first. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  if (wantsCsv(req)) {
    const { timezone } = serviceOf(req.scope).options
    return await sendCsv(req, res, {
      name: ["at-risk", calendarDate(new Date(), timezone)],
      columns: AT_RISK_CSV_COLUMNS,
      pages: atRiskCsvPages(req.scope),
    })
  }
  const { limit, offset } =
    req.validatedQuery as AdminGetRankedCustomersParamsType
  const { rows, count, value_at_stake } = await serviceOf(
    req.scope
  ).scoreModels.atRisk(limit, offset)
  const named = await withNames(req.scope, rows)
  res.json({
    customers: named.map((row) => ({
      ...row,
      ...churnReasons(row.breakdown),
    })),
    count,
    offset,
    limit,
    value_at_stake,
    ...(isModulePresent(PERSON_MODULE) ? {} : { hint: NO_PERSON_MODULE }),
  })
}
