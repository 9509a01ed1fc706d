import type { SqlStatement } from "../../types"
import { forgottenChangesCte } from "../fragments/attribution-changes"
import { forgottenJourneysCte } from "../fragments/forget-journeys"
import { JSON_LIST } from "../fragments/json-list"
import { forgottenChoicesCte } from "../fragments/manual-touch"

/**
 * Forgets purchases of orders that do not count (any more): drafts, excluded
 * test orders, deleted orders. Their adjustments, stamped touches and touchpoints
 * go too.
 */
export function deletePurchasesSql(orderIds: string[]): SqlStatement {
  const ids = JSON.stringify(orderIds)
  return {
    sql: `
      WITH gone AS (
        DELETE FROM conversion
         WHERE conversion_type = 'purchase' AND order_id = ANY(${JSON_LIST})
        RETURNING *
      ),
      ${forgottenChangesCte("gone")},
      ${forgottenChoicesCte("gone")},
      ${forgottenJourneysCte("gone")},
      adjustments AS (
        DELETE FROM ad_planning_conversion_adjustment
         WHERE conversion_id IN (SELECT id FROM gone)
      ),
      lines AS (
        DELETE FROM ad_planning_order_line WHERE order_id = ANY(${JSON_LIST})
      ),
      touches AS (
        DELETE FROM campaign_attribution
         WHERE source = 'order' AND order_id = ANY(${JSON_LIST})
      )
      SELECT id, person_id, email_hash FROM gone`,
    params: [ids, ids, ids],
  }
}
