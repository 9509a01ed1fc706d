import type { MedusaContainer } from "@medusajs/framework/types"
import { sql } from "./ad-planning"
import type { Row } from "./tables"

/** What sources tell, and nothing that a person decided or the script sent. */
const TOLD = [
  "ad_planning_campaign_metric",
  "ad_planning_conversion_adjustment",
  "ad_planning_identity_link",
  "ad_planning_identity_status",
  "campaign_attribution",
  "conversion",
  "customer_journey",
]

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

export const FORGET_FACTS = TOLD.map((table) => `DELETE FROM ${table}`)

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
