import type { CampaignMetricFact, SqlStatement } from "../../types"
import {
  bigNumberAssignments,
  bigNumberColumns,
  bigNumberValues,
} from "../fragments/big-number"
import { newId } from "../fragments/new-id"

const AMOUNTS = [
  "spend",
  "impressions",
  "clicks",
  "claimed_conversions",
  "claimed_value",
] as const

/**
 * Writes campaign days; a day that is known is replaced, because platforms
 * correct their figures for days afterwards. One fact per key.
 */
export function upsertCampaignMetricsSql(
  facts: CampaignMetricFact[]
): SqlStatement {
  return {
    sql: `
      INSERT INTO ad_planning_campaign_metric AS metric (
        id, ad_campaign_id, date, currency, ${bigNumberColumns(AMOUNTS)})
      SELECT ${newId("apmetr")}, ad_campaign_id, date, currency, ${bigNumberValues("fact", AMOUNTS)}
        FROM jsonb_to_recordset(?::jsonb) AS fact(
               ad_campaign_id text, date text, currency text,
               ${AMOUNTS.map((column) => `${column} numeric`).join(", ")})
      ON CONFLICT (ad_campaign_id, date, currency) DO UPDATE SET
        ${bigNumberAssignments(AMOUNTS)}, updated_at = now()
      WHERE (${AMOUNTS.map((column) => `metric.${column}`).join(", ")})
            IS DISTINCT FROM (${AMOUNTS.map((column) => `excluded.${column}`).join(", ")})
      RETURNING id`,
    params: [JSON.stringify(facts)],
  }
}
