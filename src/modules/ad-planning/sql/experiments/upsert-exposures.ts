import type { ExposureFact, SqlStatement } from "../../types"
import { newId } from "../fragments/new-id"

/**
 * Notes who saw what. The first time stays; a wrong variant marks the visitor's
 * row whichever came first. Answers the rows that are new or changed.
 */
export function upsertExposuresSql(facts: ExposureFact[]): SqlStatement {
  return {
    sql: `
      WITH told AS (
        SELECT experiment_id, visitor_id, MIN(variant) AS variant, MIN(exposed_at) AS exposed_at,
               MIN(conflict_at) AS conflict_at, MIN(website_id) AS website_id,
               MIN(device) AS device, MIN(country_code) AS country_code
          FROM jsonb_to_recordset(?::jsonb)
                 AS fact(experiment_id text, visitor_id text, variant text, exposed_at timestamptz,
                         conflict_at timestamptz, website_id text, device text, country_code text)
         GROUP BY 1, 2)
      INSERT INTO ad_planning_experiment_exposure AS kept
             (id, experiment_id, visitor_id, variant, exposed_at, conflict_at, website_id, device, country_code)
      SELECT ${newId("apexpo")}, experiment_id, visitor_id, variant, exposed_at, conflict_at, website_id, device, country_code
        FROM told
       ORDER BY experiment_id, visitor_id
      ON CONFLICT (experiment_id, visitor_id) DO UPDATE
         SET exposed_at = LEAST(kept.exposed_at, EXCLUDED.exposed_at),
             conflict_at = LEAST(kept.conflict_at, EXCLUDED.conflict_at),
             updated_at = now()
       WHERE EXCLUDED.exposed_at < kept.exposed_at
          OR COALESCE(EXCLUDED.conflict_at < kept.conflict_at, EXCLUDED.conflict_at IS NOT NULL AND kept.conflict_at IS NULL)
      RETURNING experiment_id, visitor_id, (xmax = 0) AS is_new`,
    params: [JSON.stringify(facts)],
  }
}
