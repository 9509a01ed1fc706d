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
 * correct their figures for days afterwards. One fact per key. A day of a campaign that
 * was merged into another is that one's, beside its own.
 */
export function upsertCampaignMetricsSql(
  facts: CampaignMetricFact[]
): SqlStatement {
  return {
    sql: `
      INSERT INTO ad_planning_campaign_metric AS metric (
        id, ad_campaign_id, origin_id, date, currency, import_id, ${bigNumberColumns(AMOUNTS)})
      SELECT ${newId("apmetr")}, COALESCE(campaign.merged_into_id, fact.ad_campaign_id),
             CASE WHEN campaign.merged_into_id IS NULL THEN '' ELSE campaign.id END,
             date, fact.currency, import_id, ${bigNumberValues("fact", AMOUNTS)}
        FROM jsonb_to_recordset(?::jsonb) AS fact(
               ad_campaign_id text, date text, currency text, import_id text,
               ${AMOUNTS.map((column) => `${column} numeric`).join(", ")})
        LEFT JOIN ad_planning_campaign campaign ON campaign.id = fact.ad_campaign_id
      ON CONFLICT (ad_campaign_id, date, currency, origin_id) DO UPDATE SET
        ${bigNumberAssignments(AMOUNTS)}, import_id = excluded.import_id, updated_at = now()
      WHERE (${[...AMOUNTS, "import_id"].map((column) => `metric.${column}`).join(", ")})
            IS DISTINCT FROM (${[...AMOUNTS, "import_id"].map((column) => `excluded.${column}`).join(", ")})
      RETURNING id`,
    params: [JSON.stringify(facts)],
  }
}
