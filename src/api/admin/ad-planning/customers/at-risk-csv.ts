import type { MedusaContainer } from "@medusajs/framework/types"
import { serviceOf } from "../../../../modules/ad-planning/service-of"
import { churnReasons } from "../../../../modules/ad-planning/utils/scores/churn-reasons"
import type { CsvRow } from "../../../utils/csv"
import { withNames } from "../scores/with-places"

const PAGE = 500

export const AT_RISK_CSV_COLUMNS = [
  "person_id",
  "first_name",
  "last_name",
  "email",
  "risk",
  "value_at_stake",
  "currency",
  "at_risk_since",
  "days_since_last_purchase",
  "reasons",
  "suggested_action",
]

/** Everybody at risk, page by page. */
export async function* atRiskCsvPages(
  container: MedusaContainer
): AsyncGenerator<CsvRow[]> {
  const { scoreModels } = serviceOf(container)
  for (let offset = 0; ; offset += PAGE) {
    const { rows } = await scoreModels.atRisk(PAGE, offset)
    const named = await withNames(container, rows)
    yield named.map(({ person, breakdown, ...row }) => {
      const { reasons, suggested_action } = churnReasons(breakdown)
      return {
        ...row,
        ...person,
        currency: breakdown.currency,
        days_since_last_purchase: breakdown.days_since_last_purchase,
        reasons: reasons.join(", "),
        suggested_action,
      }
    })
    if (rows.length < PAGE) {
      return
    }
  }
}
