import type { PathRules, SqlStatement } from "../../types"
import { formerPurchaseOf } from "../fragments/former-purchase"
import { MANUAL_TOUCH } from "../fragments/manual-touch"

/**
 * The touches in the path of a conversion: of the visitor, of the session, or carried
 * by the conversion itself, in the lookback before it. A stamp that repeats a session is
 * left out. A person's choice for the conversion is all of its path.
 */
export function conversionTouchesSql(
  conversionId: string,
  rules: PathRules
): SqlStatement {
  const isAfterFormer = rules.stop_at_previous_purchase
    ? `AND (touch.confidence = 'undated'
              OR touch.started_at > COALESCE(${formerPurchaseOf("conversion")}, '-infinity'))`
    : ""
  return {
    sql: `
      WITH choice AS (
        SELECT touch.id
          FROM conversion
          JOIN campaign_attribution touch
            ON touch.touch_key = '${MANUAL_TOUCH}' || conversion.idempotency_key
         WHERE conversion.id = ? AND touch.deleted_at IS NULL
      )
      SELECT id FROM choice
      UNION
      SELECT touch.id
        FROM conversion
        JOIN campaign_attribution touch
          ON (touch.visitor_id = conversion.visitor_id
              OR touch.session_id = conversion.session_id
              OR touch.touch_key = conversion.idempotency_key)
         AND (touch.source = 'session' OR touch.touch_key = conversion.idempotency_key)
         AND touch.started_at <= conversion.converted_at
         AND touch.started_at >= conversion.converted_at - make_interval(hours => ?)
       WHERE conversion.id = ? AND touch.deleted_at IS NULL AND NOT touch.is_duplicate
         AND NOT EXISTS (SELECT 1 FROM choice)
         ${isAfterFormer}`,
    params: [conversionId, rules.lookback_hours, conversionId],
  }
}
