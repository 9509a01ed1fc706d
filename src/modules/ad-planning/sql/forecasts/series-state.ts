import type { SqlStatement } from "../../types"
import { spendThroughCte, withCtes } from "../fragments/report-ctes"

/** Through which day spend is complete, and on which the history begins. */
export function seriesStateSql(timezone: string): SqlStatement {
  return withCtes([spendThroughCte(timezone)], {
    sql: `
      SELECT through_date AS spend_complete_through,
             LEAST(
               (SELECT MIN(date) FROM ad_planning_campaign_metric WHERE deleted_at IS NULL),
               (SELECT to_char(MIN(converted_at) AT TIME ZONE ?, 'YYYY-MM-DD')
                  FROM conversion WHERE conversion_type = 'purchase' AND deleted_at IS NULL)
             ) AS first_date
        FROM spend_through`,
    params: [timezone],
  })
}

/** Campaigns that run: as their platform says, or, where none does, that spent lately. */
export function forecastCampaignsSql(sinceDate: string): SqlStatement {
  return {
    sql: `
      SELECT id, name, platform, status, currency
        FROM ad_planning_campaign campaign
       WHERE deleted_at IS NULL
         AND (UPPER(status) IN ('ACTIVE', 'ENABLED')
              OR status IS NULL AND EXISTS (
                   SELECT 1 FROM ad_planning_campaign_metric metric
                    WHERE metric.ad_campaign_id = campaign.id AND metric.date >= ?
                      AND metric.spend > 0 AND metric.deleted_at IS NULL))
       ORDER BY id`,
    params: [sinceDate],
  }
}
