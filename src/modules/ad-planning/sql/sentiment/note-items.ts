import type { SentimentKey, SqlStatement } from "../../types"
import { newId } from "../fragments/new-id"

/** A text that was not read, and why. */
export interface ItemNote extends SentimentKey {
  text_hash: string
  model_version: string
  /** `failed` is tried again, `waiting` was not asked, `unscored` cannot be read. */
  outcome: "failed" | "waiting" | "unscored"
  reason: string | null
  /** ISO 8601: not before, as a provider said. Null: by the number of failures. */
  retry_at: string | null
}

/** Failures after which a text is parked. */
export const MAX_TRIES = 5

/**
 * Notes texts that have no analysis. The nth failure is tried again after 2^n
 * minutes; the fifth parks it. One that had to wait for others counts no failure.
 *
 * @param now - ISO 8601
 */
export function noteItemsSql(notes: ItemNote[], now: string): SqlStatement {
  const failures = `CASE WHEN item.text_hash = EXCLUDED.text_hash AND item.status = 'open'
                     THEN item.error_count ELSE 0 END + EXCLUDED.error_count`
  return {
    sql: `
      WITH note AS (
        SELECT DISTINCT ON (source_type, source_id) *
          FROM jsonb_to_recordset(?::jsonb) AS note(
            source_type text, source_id text, text_hash text, model_version text,
            outcome text, reason text, retry_at timestamptz)
         ORDER BY source_type, source_id
      )
      INSERT INTO ad_planning_sentiment_item AS item
             (id, source_type, source_id, text_hash, status, model_version, error_count,
              last_error, last_error_at, next_try_at)
      SELECT ${newId("sentit")}, source_type, source_id, text_hash,
             CASE WHEN outcome = 'unscored' THEN 'unscored' ELSE 'open' END, model_version,
             CASE WHEN outcome = 'failed' THEN 1 ELSE 0 END, reason,
             CASE WHEN outcome = 'unscored' THEN NULL ELSE ?::timestamptz END,
             CASE WHEN outcome = 'unscored' THEN NULL ELSE COALESCE(retry_at, ${later("1")}) END
        FROM note
      ON CONFLICT (source_type, source_id) DO UPDATE SET
             text_hash = EXCLUDED.text_hash, model_version = EXCLUDED.model_version,
             status = CASE WHEN EXCLUDED.status = 'open' AND ${failures} >= ${MAX_TRIES}
                           THEN 'parked' ELSE EXCLUDED.status END,
             error_count = ${failures}, last_error = EXCLUDED.last_error,
             last_error_at = EXCLUDED.last_error_at,
             next_try_at = CASE WHEN EXCLUDED.status = 'open' AND EXCLUDED.error_count > 0
                                THEN GREATEST(EXCLUDED.next_try_at, ${later(failures)})
                                ELSE EXCLUDED.next_try_at END,
             updated_at = now()
      RETURNING item.source_type, item.source_id, item.status, item.error_count`,
    params: [JSON.stringify(notes), now, now, now],
  }
}

function later(count: string): string {
  return `?::timestamptz + interval '1 minute' * power(2, ${count})`
}

/** Frees parked texts, all or those named; they are tried at once. Returns them. */
export function retryItemsSql(ids: string[] | null, now: string): SqlStatement {
  return {
    sql: `
      UPDATE ad_planning_sentiment_item
         SET status = 'open', error_count = 0, next_try_at = ?::timestamptz, updated_at = now()
       WHERE status IN ('parked', 'open') AND deleted_at IS NULL
         AND (?::jsonb IS NULL OR id = ANY(ARRAY(SELECT jsonb_array_elements_text(?::jsonb))))
      RETURNING id, source_type, source_id`,
    params: [now, ids && JSON.stringify(ids), ids && JSON.stringify(ids)],
  }
}

/** Open texts whose time has come, a page by id. */
export function dueItemsSql(
  afterId: string,
  limit: number,
  now: string
): SqlStatement {
  return {
    sql: `
      SELECT id, source_type, source_id
        FROM ad_planning_sentiment_item
       WHERE status = 'open' AND next_try_at <= ?::timestamptz AND id > ? AND deleted_at IS NULL
       ORDER BY id LIMIT ?`,
    params: [now, afterId, limit],
  }
}

/** Until when a provider has asked to wait, if that is ahead. */
export function pausedUntilSql(now: string): SqlStatement {
  return {
    sql: `
      SELECT MAX(next_try_at) AS paused_until
        FROM ad_planning_sentiment_item
       WHERE status = 'open' AND error_count = 0 AND next_try_at > ?::timestamptz
         AND last_error LIKE 'the provider asks to wait%' AND deleted_at IS NULL`,
    params: [now],
  }
}

/** How many texts wait, are parked or cannot be read, and the last reason of each. */
export function itemCountsSql(): SqlStatement {
  return {
    sql: `
      SELECT status, COUNT(*)::int AS texts, MIN(next_try_at) AS next_try_at,
             (array_agg(last_error ORDER BY last_error_at DESC NULLS LAST))[1] AS last_error
        FROM ad_planning_sentiment_item
       WHERE deleted_at IS NULL
       GROUP BY status`,
    params: [],
  }
}
