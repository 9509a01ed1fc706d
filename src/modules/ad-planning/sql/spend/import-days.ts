import type { CampaignMetricFact, SqlStatement } from "../../types"
import { isAtPlace, metricPlace } from "../fragments/metric-place"
import { newId } from "../fragments/new-id"

const AMOUNTS = [
  "spend",
  "impressions",
  "clicks",
  "claimed_conversions",
  "claimed_value",
]

/** Days that a report has, and where they stand. */
const FACTS = `
      WITH fact AS (
        SELECT fact.*, ${metricPlace("campaign", "fact.ad_campaign_id")}
          FROM jsonb_to_recordset(?::jsonb) AS fact(
                 ad_campaign_id text, date text, currency text,
                 ${AMOUNTS.map((column) => `${column} numeric`).join(", ")})
          LEFT JOIN ad_planning_campaign campaign ON campaign.id = fact.ad_campaign_id
      )`

/** A campaign's day as it stands and as a report has it. */
export interface ReplacedDay {
  ad_campaign_id: string
  date: string
  currency: string
  /** Exact decimal text. */
  old_spend: string
  new_spend: string
  old_impressions: string
  old_clicks: string
  old_conversions: string | null
  old_value: string | null
  /** The import that it is of; null for a sync. */
  import_id: string | null
  is_same: boolean
}

/** The days of a report that are there already. */
export function standingDaysSql(facts: CampaignMetricFact[]): SqlStatement {
  return {
    sql: `${FACTS}
      SELECT fact.ad_campaign_id, fact.date, fact.currency, metric.import_id,
             metric.spend::text AS old_spend, fact.spend::text AS new_spend,
             metric.impressions::text AS old_impressions, metric.clicks::text AS old_clicks,
             metric.claimed_conversions::text AS old_conversions, metric.claimed_value::text AS old_value,
             (${AMOUNTS.map((column) => `metric.${column}`).join(", ")})
               IS NOT DISTINCT FROM (${AMOUNTS.map((column) => `fact.${column}`).join(", ")}) AS is_same
        FROM fact
        JOIN ad_planning_campaign_metric metric ON ${isAtPlace("metric", "fact")}
       WHERE metric.deleted_at IS NULL
       ORDER BY fact.date, fact.ad_campaign_id, fact.currency`,
    params: [JSON.stringify(facts)],
  }
}

/** Notes for each day of an import what stands there before it is written. */
export function noteImportDaysSql(
  importId: string,
  facts: CampaignMetricFact[]
): SqlStatement {
  return {
    sql: `${FACTS}
      INSERT INTO ad_planning_spend_import_day (id, import_id, ad_campaign_id, date, currency, former)
      SELECT ${newId("apimpd")}, ?, fact.ad_campaign_id, fact.date, fact.currency, to_jsonb(metric)
        FROM fact
        LEFT JOIN ad_planning_campaign_metric metric ON ${isAtPlace("metric", "fact")}
      ON CONFLICT (import_id, ad_campaign_id, date, currency) DO NOTHING
      RETURNING id`,
    params: [JSON.stringify(facts), importId],
  }
}

const RESTORED = [
  ...AMOUNTS.flatMap((column) => [column, `raw_${column}`]),
  "import_id",
  "created_at",
  "updated_at",
]

/** What taking an import back did. */
export interface TakenBackDays {
  restored: number
  removed: number
  /** Days that a later import or a sync has replaced: they stay. */
  kept: number
}

/**
 * Puts back what stood before an import, where its figures still stand. Where a later
 * import has replaced them, what that one found is what this one had found: taken back
 * in any order, all of them leave what was there first. Run again it changes nothing.
 */
export function takeBackDaysSql(importId: string): SqlStatement {
  return {
    sql: `
      WITH day AS (
        SELECT day.*, ${metricPlace("campaign", "day.ad_campaign_id")}
          FROM ad_planning_spend_import_day day
          LEFT JOIN ad_planning_campaign campaign ON campaign.id = day.ad_campaign_id
         WHERE day.import_id = ? AND day.deleted_at IS NULL
      ),
      standing AS (
        SELECT day.id, day.former, metric.id AS metric_id
          FROM day
          JOIN ad_planning_campaign_metric metric ON ${isAtPlace("metric", "day")}
         WHERE metric.import_id = day.import_id
           FOR UPDATE OF metric
      ),
      restored AS (
        UPDATE ad_planning_campaign_metric metric
           SET ${RESTORED.map((column) => `${column} = former.${column}`).join(", ")}
          FROM standing
         CROSS JOIN LATERAL jsonb_populate_record(NULL::ad_planning_campaign_metric, standing.former) former
         WHERE metric.id = standing.metric_id AND standing.former IS NOT NULL
        RETURNING metric.id
      ),
      removed AS (
        DELETE FROM ad_planning_campaign_metric metric USING standing
         WHERE metric.id = standing.metric_id AND standing.former IS NULL
        RETURNING metric.id
      ),
      handed AS (
        UPDATE ad_planning_spend_import_day above SET former = day.former, updated_at = now()
          FROM day
         WHERE (above.ad_campaign_id, above.date, above.currency) = (day.ad_campaign_id, day.date, day.currency)
           AND above.import_id <> day.import_id AND above.former ->> 'import_id' = day.import_id
        RETURNING above.id
      )
      SELECT (SELECT COUNT(*) FROM restored)::int AS restored,
             (SELECT COUNT(*) FROM removed)::int AS removed,
             (SELECT COUNT(*) FROM day)::int - (SELECT COUNT(*) FROM standing)::int AS kept`,
    params: [importId],
  }
}

/** Forgets an import altogether: a workflow that failed leaves no trace. */
export function forgetImportSql(importId: string): SqlStatement {
  return {
    sql: `
      WITH days AS (DELETE FROM ad_planning_spend_import_day WHERE import_id = ?)
      DELETE FROM ad_planning_spend_import WHERE id = ?
      RETURNING id`,
    params: [importId, importId],
  }
}
