import type { AnomalyMetric, AnomalyRow, SqlStatement } from "../../types"
import { newId } from "../fragments/new-id"

/**
 * Makes the open anomalies those that were found: new ones begin, open ones go on under
 * their first day, and what was looked at and not found again is closed.
 *
 * @returns ids of those that began
 */
export function syncAnomaliesSql(
  found: readonly AnomalyRow[],
  looked: readonly { scope: string; metric: AnomalyMetric }[],
  now: Date
): SqlStatement {
  const at = now.toISOString()
  return {
    sql: `
      WITH found AS (
        SELECT * FROM jsonb_to_recordset(?::jsonb) AS found(
          scope text, ad_campaign_id text, metric text, starts_on text, ends_on text,
          observed float8, expected float8, lower float8, upper float8, p_value float8, cause jsonb)),
      looked AS (
        SELECT * FROM jsonb_to_recordset(?::jsonb) AS looked(scope text, metric text)),
      closed AS (
        UPDATE ad_planning_anomaly anomaly SET closed_at = ?, updated_at = now()
          FROM looked
         WHERE looked.scope = anomaly.scope AND looked.metric = anomaly.metric
           AND anomaly.closed_at IS NULL AND anomaly.deleted_at IS NULL
           AND NOT EXISTS (SELECT 1 FROM found
                            WHERE found.scope = anomaly.scope AND found.metric = anomaly.metric)),
      grown AS (
        UPDATE ad_planning_anomaly anomaly
           SET ends_on = found.ends_on, observed = found.observed, expected = found.expected,
               lower = found.lower, upper = found.upper, p_value = found.p_value,
               cause = found.cause, updated_at = now()
          FROM found
         WHERE found.scope = anomaly.scope AND found.metric = anomaly.metric
           AND anomaly.closed_at IS NULL AND anomaly.deleted_at IS NULL
        RETURNING anomaly.scope, anomaly.metric)
      INSERT INTO ad_planning_anomaly (
        id, scope, ad_campaign_id, metric, starts_on, ends_on, observed, expected, lower, upper,
        p_value, cause, detected_at)
      SELECT ${newId("apanom")}, scope, ad_campaign_id, metric, starts_on, ends_on, observed,
             expected, lower, upper, p_value, cause, ?
        FROM found
       WHERE NOT EXISTS (SELECT 1 FROM grown
                          WHERE grown.scope = found.scope AND grown.metric = found.metric)
      ON CONFLICT (scope, metric, starts_on) DO NOTHING
      RETURNING id`,
    params: [JSON.stringify(found), JSON.stringify(looked), at, at],
  }
}
