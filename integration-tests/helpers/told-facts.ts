import type { MedusaContainer } from "@medusajs/framework/types"
import { sql } from "./ad-planning"
import type { Row } from "./tables"

// Ids, and times of our own.
const OWN =
  "'{id,created_at,updated_at,resolved_at,attribution_id,conversion_id}'"
const row = (alias: string) => `to_jsonb(${alias}) - ${OWN}::text[]`

/** Every told fact: its source's key, and what it says. */
export const TOLD_FACTS = `
  SELECT touch_key AS key, ${row("touch")} AS row
    FROM campaign_attribution touch
   UNION ALL
  SELECT 'conversion ' || idempotency_key, ${row("conversion")} || jsonb_build_object('touch', touch.touch_key)
    FROM conversion
    LEFT JOIN campaign_attribution touch ON touch.id = attribution_id
   UNION ALL
  SELECT concat_ws(' ', order_id, source_type, source_id), ${row("adjustment")}
    FROM ad_planning_conversion_adjustment adjustment
    JOIN conversion ON conversion.id = conversion_id
   UNION ALL
  SELECT concat_ws(' ', kind, value, person_id, valid_from), ${row("link")}
    FROM ad_planning_identity_link link
   UNION ALL
  SELECT concat_ws(' ', kind, value, status), ${row("status")}
    FROM ad_planning_identity_status status
   UNION ALL
  SELECT concat_ws(' ', 'journey', source_type, source_id), ${row("journey")}
    FROM customer_journey journey
   UNION ALL
  SELECT concat_ws(' ', 'day', ad_campaign_id, date, currency), ${row("day")}
    FROM ad_planning_campaign_metric day`

// What only we have: nobody could tell it again.
const IS_OURS = "source IN ('pixel', 'manual')"
const OUR_TOUCHES = `SELECT idempotency_key FROM conversion WHERE ${IS_OURS}`

/** Forgets what the store's modules can tell again, and nothing else. */
export const FORGET_FACTS = [
  `DELETE FROM customer_journey WHERE source_type NOT IN ('pixel', 'social_mention', 'nps_answer')`,
  `DELETE FROM campaign_attribution
    WHERE touch_key NOT IN (${OUR_TOUCHES})
      AND (source <> 'session' OR analytics_session_id IS NOT NULL)
      AND resolution_method IS DISTINCT FROM 'manual'`,
  `DELETE FROM conversion WHERE source IS NULL OR NOT ${IS_OURS}`,
  `DELETE FROM ad_planning_conversion_adjustment`,
  `DELETE FROM ad_planning_identity_link WHERE revoked_by IS DISTINCT FROM 'user' AND source NOT LIKE 'merge:%'`,
  // Orders make persons of e-mails without one: whoever the store has comes first.
  `UPDATE ad_planning_sync_cursor SET cursor = NULL WHERE name = 'person'`,
  `DELETE FROM ad_planning_identity_status WHERE status = 'shared'`,
  `DELETE FROM ad_planning_campaign_metric
    WHERE ad_campaign_id IN (SELECT id FROM ad_planning_campaign WHERE is_host_campaign)`,
]

/** All told facts by their keys, without ids and times of our own. */
export async function toldFacts(
  container: MedusaContainer
): Promise<Record<string, Row>> {
  const rows = await sql<{ key: string; row: Row }>(container, TOLD_FACTS)
  return Object.fromEntries(rows.map(({ key, row: fact }) => [key, fact]))
}

/** Forgets all that sources can tell again. */
export async function forgetFacts(container: MedusaContainer): Promise<void> {
  for (const statement of FORGET_FACTS) {
    await sql(container, statement)
  }
}
