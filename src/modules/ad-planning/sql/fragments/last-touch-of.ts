import type { PathRules } from "../../types"
import { formerPurchaseOf } from "./former-purchase"
import { MANUAL_TOUCH } from "./manual-touch"

/** What a conversion copies from its last touch. */
export const TOUCH_COPIES = [
  "ad_campaign_id",
  "ad_set_id",
  "ad_id",
  "channel_group",
  "platform",
  "is_paid",
  "claims_campaign",
] as const

/**
 * The last non-direct touch of a conversion, as a lateral subquery of one row: of
 * its visitor or session, or carried by itself (an order's stamp, a lead's ad), at
 * or before the conversion and at most a lookback before it; the hours are the
 * parameter. Where the rules part purchases, also after the visitor's former one. An
 * undated stamp stands before every dated touch. Ties go to the larger session
 * id, then to the larger `touch_key`. A person's choice for the conversion stands
 * above all.
 *
 * @param row - has the conversion's key, visitor, session and time
 */
export function lastTouchOf(
  row: string,
  rules: PathRules,
  { withChoice = true } = {}
): string {
  const choiceKey = `'${MANUAL_TOUCH}' || ${row}.idempotency_key`
  const isChoice = `candidate.touch_key = ${choiceKey}`
  const isAfterFormer = rules.stop_at_previous_purchase
    ? `AND (candidate.confidence = 'undated'
                      OR candidate.started_at > COALESCE(${formerPurchaseOf(row)}, '-infinity'))`
    : ""
  return `SELECT candidate.*
              FROM (
                SELECT * FROM campaign_attribution WHERE visitor_id = ${row}.visitor_id
                UNION ALL
                SELECT * FROM campaign_attribution WHERE session_id = ${row}.session_id
                UNION ALL
                SELECT * FROM campaign_attribution WHERE touch_key = ${row}.idempotency_key
                ${withChoice ? `UNION ALL SELECT * FROM campaign_attribution WHERE touch_key = ${choiceKey}` : ""}
              ) candidate
             WHERE candidate.deleted_at IS NULL AND NOT candidate.is_duplicate
               AND (${isChoice} OR (
                 (candidate.source = 'session' OR candidate.touch_key = ${row}.idempotency_key)
                 AND candidate.started_at <= ${row}.converted_at
                 AND candidate.started_at >= ${row}.converted_at - make_interval(hours => ?) ${isAfterFormer}))
             ORDER BY ${isChoice} DESC, candidate.confidence = 'undated', candidate.started_at DESC,
                      candidate.session_id DESC NULLS LAST, candidate.touch_key DESC
             LIMIT 1`
}
