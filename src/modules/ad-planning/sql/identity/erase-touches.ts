import type { SqlStatement } from "../../types"
import {
  ERASED_TOUCH,
  type EraseScope,
  isTheirs,
  theirsParams,
} from "../fragments/erase-scope"
import { JSON_LIST } from "../fragments/json-list"
import { jsonList } from "../fragments/person-scope"

/** What identifies somebody, or may, and what it becomes. */
const NAMELESS = `
               visitor_id = NULL, session_id = NULL, analytics_session_id = NULL,
               click_ids = '{}', landing_page = NULL, other_campaigns = NULL,
               utm_term = NULL, utm_content = NULL,
               referrer = CASE WHEN touch.referrer ~ '^[A-Za-z]+://[A-Za-z0-9.-]+(/|$)'
                               THEN substring(touch.referrer from '^[A-Za-z]+://[A-Za-z0-9.-]+') END`

/**
 * Forgets the touches of those who are erased. One that earned a conversion stays
 * as a campaign alone, which nothing leads to but that conversion: so money stays
 * where it was. What somebody else's conversion carries stays that one's, without
 * the device.
 *
 * @returns how many went and how many stay without names, and the client's session
 * ids of both
 */
export function eraseTouchesSql(scope: EraseScope): SqlStatement {
  return {
    sql: `
      WITH theirs AS (
        SELECT idempotency_key FROM conversion
         WHERE deleted_at IS NULL AND ${isTheirs("conversion")}
      ),
      target AS (
        SELECT touch.id, touch.session_id,
               carrier.id IS NOT NULL AND carrier.erased_at IS NULL
                 AND touch.touch_key <> ALL(ARRAY(SELECT idempotency_key FROM theirs)) AS is_of_another,
               EXISTS (
                 SELECT 1 FROM conversion
                  WHERE conversion.attribution_id = touch.id
                    AND conversion.deleted_at IS NULL) AS is_credited
          FROM campaign_attribution touch
          LEFT JOIN conversion carrier
            ON carrier.idempotency_key = touch.touch_key AND carrier.deleted_at IS NULL
         WHERE touch.deleted_at IS NULL
           AND (touch.visitor_id = ANY(${JSON_LIST})
             OR touch.touch_key = ANY(ARRAY(SELECT idempotency_key FROM theirs)))
      ),
      gone AS (
        DELETE FROM campaign_attribution touch USING target
         WHERE touch.id = target.id AND NOT is_of_another AND NOT is_credited
        RETURNING touch.id
      ),
      kept AS (
        UPDATE campaign_attribution touch
           SET ${NAMELESS},
               touch_key = CASE WHEN is_of_another THEN touch_key ELSE '${ERASED_TOUCH}' || touch.id END,
               person_id = CASE WHEN is_of_another THEN person_id END,
               updated_at = now()
          FROM target
         WHERE touch.id = target.id AND (is_of_another OR is_credited)
        RETURNING touch.id
      )
      SELECT (SELECT COUNT(*) FROM gone)::int AS deleted,
             (SELECT COUNT(*) FROM kept)::int AS anonymised,
             COALESCE((SELECT jsonb_agg(DISTINCT session_id) FROM target WHERE session_id IS NOT NULL), '[]') AS session_ids`,
    params: [...theirsParams(scope), jsonList(scope.visitor_ids)],
  }
}
