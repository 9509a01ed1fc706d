import type { SqlStatement } from "../types"

/**
 * The touches a conversion's buyer had in the lookback before it, oldest first:
 * of the visitor, of the session, or carried by the conversion itself. A stamp that repeats
 * a session is left out.
 */
export function conversionTouchesSql(
  conversionId: string,
  lookbackHours: number
): SqlStatement {
  return {
    sql: `
      SELECT DISTINCT touch.id
        FROM conversion
        JOIN campaign_attribution touch
          ON (touch.visitor_id = conversion.visitor_id
              OR touch.session_id = conversion.session_id
              OR touch.touch_key = conversion.idempotency_key)
         AND (touch.source = 'session' OR touch.touch_key = conversion.idempotency_key)
         AND touch.started_at <= conversion.converted_at
         AND touch.started_at >= conversion.converted_at - make_interval(hours => ?)
       WHERE conversion.id = ? AND touch.deleted_at IS NULL AND NOT touch.is_duplicate`,
    params: [lookbackHours, conversionId],
  }
}
