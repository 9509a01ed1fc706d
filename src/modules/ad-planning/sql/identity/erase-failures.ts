import type { SqlStatement } from "../../types"

/** What stands in the place of a failure that named somebody who was erased. */
const NAMELESS_FAILURE = "(it named somebody who was erased since)"

/**
 * Takes people out of what is noted of failed runs. Of a reading of everything that
 * ended, also the place where it stood; one that runs goes on from there.
 *
 * @returns how many rows of each changed
 */
export function eraseFailuresSql(personIds: string[]): SqlStatement {
  return {
    sql: `
      WITH named AS (
        SELECT jsonb_array_elements_text(?::jsonb) AS value
      ),
      cursors AS (
        UPDATE ad_planning_sync_cursor cursor
           SET last_error = CASE WHEN ${mentions("cursor.last_error")}
                                 THEN '${NAMELESS_FAILURE}' ELSE cursor.last_error END,
               failed_ids = cursor.failed_ids - ARRAY(SELECT value FROM named),
               updated_at = now()
         WHERE ${mentions("cursor.last_error")}
            OR jsonb_exists_any(cursor.failed_ids, ARRAY(SELECT value FROM named))
        RETURNING cursor.id
      ),
      runs AS (
        UPDATE ad_planning_backfill_run run
           SET last_error = CASE WHEN ${mentions("run.last_error")}
                                 THEN '${NAMELESS_FAILURE}' ELSE run.last_error END,
               after_id = CASE WHEN run.status <> 'running'
                                AND run.after_id = ANY(ARRAY(SELECT value FROM named))
                               THEN NULL ELSE run.after_id END,
               updated_at = now()
         WHERE ${mentions("run.last_error")}
            OR run.after_id = ANY(ARRAY(SELECT value FROM named))
        RETURNING run.id
      )
      SELECT (SELECT COUNT(*) FROM cursors)::int AS cursors,
             (SELECT COUNT(*) FROM runs)::int AS runs`,
    params: [JSON.stringify(personIds)],
  }
}

function mentions(text: string): string {
  return `EXISTS (SELECT 1 FROM named WHERE strpos(${text}, value) > 0)`
}
