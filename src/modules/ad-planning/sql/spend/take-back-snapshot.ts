import type { SqlStatement } from "../../types"
import { isAtPlace, metricPlace } from "../fragments/metric-place"

/** Rows as they were before an import was taken back, as one JSON text. */
export type TakeBackSnapshot = string

const TABLES = [
  "ad_planning_spend_import",
  "ad_planning_spend_import_day",
  "ad_planning_campaign_metric",
  "ad_planning_campaign",
  "ad_planning_campaign_name",
] as const

/** Every row that taking an import back may change or delete; it makes none. */
export function takeBackSnapshotSql(importId: string): SqlStatement {
  return {
    sql: `
      WITH record AS (SELECT * FROM ad_planning_spend_import WHERE id = ?),
      day AS (
        SELECT day.*, ${metricPlace("campaign", "day.ad_campaign_id")}
          FROM ad_planning_spend_import_day day
          LEFT JOIN ad_planning_campaign campaign ON campaign.id = day.ad_campaign_id
         WHERE day.import_id IN (SELECT id FROM record)
      ),
      campaign AS (
        SELECT * FROM ad_planning_campaign
         WHERE id IN (SELECT jsonb_array_elements_text(campaigns_created) FROM record
                       UNION ALL
                      SELECT jsonb_array_elements(campaigns_before) ->> 'id' FROM record)
      )
      SELECT jsonb_build_object(
        'ad_planning_spend_import', (SELECT jsonb_agg(record) FROM record),
        'ad_planning_spend_import_day', (
          SELECT jsonb_agg(above) FROM ad_planning_spend_import_day above
           WHERE (above.ad_campaign_id, above.date, above.currency) IN (SELECT ad_campaign_id, date, currency FROM day)),
        'ad_planning_campaign_metric', (
          SELECT jsonb_agg(metric) FROM ad_planning_campaign_metric metric JOIN day ON ${isAtPlace("metric", "day")}),
        'ad_planning_campaign', (SELECT jsonb_agg(campaign) FROM campaign),
        'ad_planning_campaign_name', (
          SELECT jsonb_agg(known) FROM ad_planning_campaign_name known
           WHERE known.ad_campaign_id IN (SELECT id FROM campaign)
              OR known.created_at IN (SELECT created_at FROM record))
      )::text AS snapshot`,
    params: [importId],
  }
}

/** Puts them back as they were. */
export function restoreTakeBackSql(snapshot: TakeBackSnapshot): SqlStatement[] {
  return TABLES.flatMap((table) => {
    const rows = `jsonb_populate_recordset(NULL::${table}, COALESCE(NULLIF(?::jsonb -> '${table}', 'null'), '[]'))`
    return [
      {
        sql: `DELETE FROM ${table} WHERE id IN (SELECT id FROM ${rows})`,
        params: [snapshot],
      },
      {
        sql: `INSERT INTO ${table} SELECT * FROM ${rows}`,
        params: [snapshot],
      },
    ]
  })
}
