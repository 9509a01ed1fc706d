import type { PathRules, SqlStatement } from "../../types"
import type { ManualAssignment } from "./assign-touch"
import { lastTouchOf } from "../fragments/last-touch-of"
import { MANUAL_TOUCH } from "../fragments/manual-touch"
import { newId } from "../fragments/new-id"

const CHOSEN = ["ad_campaign_id", "ad_set_id", "ad_id"] as const
const CLASSIFIED = ["channel_group", "platform", "is_paid"] as const

/**
 * A person's choice for one conversion, as a touch of its own: at its time, of no
 * visitor and no session. Its channel is that of the touch it would be credited to
 * without the choice, if that is of the same campaign; else paid, of the campaign's
 * network.
 */
export function chooseForConversionSql(
  conversionId: string,
  choice: ManualAssignment,
  rules: PathRules
): SqlStatement {
  const columns = [
    ...CHOSEN,
    ...CLASSIFIED,
    "is_resolved",
    "resolution_method",
    "resolved_at",
  ]
  return {
    sql: `
      WITH chosen AS (
        SELECT conversion.*, last_touch.channel_group AS own_channel_group,
               last_touch.platform AS own_platform, last_touch.is_paid AS own_is_paid,
               campaign.id AS chosen_id, campaign.platform AS network
          FROM conversion
          JOIN ad_planning_campaign campaign ON campaign.id = ? AND campaign.deleted_at IS NULL
          LEFT JOIN LATERAL (${lastTouchOf("conversion", rules, { withChoice: false })}) last_touch
            ON last_touch.ad_campaign_id = campaign.id
         WHERE conversion.id = ? AND conversion.deleted_at IS NULL
      )
      INSERT INTO campaign_attribution AS touch (
        id, touch_key, source, order_id, website_id, started_at, confidence, click_ids, claims_campaign,
        ${columns.join(", ")})
      SELECT ${newId("attr")}, '${MANUAL_TOUCH}' || idempotency_key, 'conversion', order_id, website_id,
             converted_at, 'dated', '{}', true, chosen_id, ?, ?, COALESCE(own_channel_group, 'Paid Other'),
             COALESCE(own_platform, CASE WHEN network IN ('meta', 'google') THEN network ELSE 'generic' END),
             COALESCE(own_is_paid, true), true, 'manual', now()
        FROM chosen
      ON CONFLICT (touch_key) DO UPDATE SET
        ${columns.map((column) => `${column} = excluded.${column}`).join(", ")}, updated_at = now()
      WHERE (${[...CHOSEN, ...CLASSIFIED].map((column) => `touch.${column}`).join(", ")})
            IS DISTINCT FROM (${[...CHOSEN, ...CLASSIFIED].map((column) => `excluded.${column}`).join(", ")})
      RETURNING id`,
    params: [
      choice.ad_campaign_id,
      rules.lookback_hours,
      conversionId,
      choice.ad_set_id,
      choice.ad_id,
    ],
  }
}
