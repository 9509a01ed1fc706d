import type { SqlStatement, TouchFact } from "../../types"
import { newId } from "../fragments/new-id"
import { resolutionKey } from "../fragments/resolution-key"

const TEXTS = [
  "session_id",
  "analytics_session_id",
  "order_id",
  "visitor_id",
  "website_id",
  "confidence",
  "utm_source",
  "utm_medium",
  "utm_campaign",
  "utm_term",
  "utm_content",
  "utm_id",
  "landing_page",
  "referrer",
  "channel_group",
  "platform",
] as const

const OTHERS = [
  ["started_at", "timestamptz"],
  ["click_ids", "jsonb"],
  ["other_campaigns", "jsonb"],
  ["is_paid", "boolean"],
  ["claims_campaign", "boolean"],
] as const

const COLUMNS = [...TEXTS, ...OTHERS.map(([column]) => column)]
const TYPES = [
  ...TEXTS.map((column) => `${column} text`),
  ...OTHERS.map(([column, type]) => `${column} ${type}`),
]

const FACTS = `
      fact AS (
        SELECT * FROM jsonb_to_recordset(?::jsonb) AS fact(touch_key text, source text, ${TYPES.join(", ")})
      )`

const INSERT = `
      INSERT INTO campaign_attribution AS touch (id, touch_key, source, unresolved_reason, ${COLUMNS.join(", ")})
      SELECT ${newId("attr")}, touch_key, source,
             CASE WHEN NOT claims_campaign THEN 'not_claimed' END, ${COLUMNS.join(", ")}
        FROM fact`

/**
 * Writes touches that are not there yet, and leaves the others as they are: what
 * the storefront's script says of a session, before or without the host's own.
 *
 * @returns the rows that were written
 */
export function insertTouchesSql(touches: TouchFact[]): SqlStatement {
  return {
    sql: `
      WITH ${FACTS}
      ${INSERT}
      ON CONFLICT (touch_key) DO NOTHING
      RETURNING id, touch_key, visitor_id, session_id`,
    params: [JSON.stringify(touches)],
  }
}

/**
 * Writes touches as their sources have them now. One that did not change is not
 * touched; one whose campaign parameters changed loses its resolution, unless a
 * person chose it.
 *
 * @returns the rows that were written, with the visitor they had before
 */
export function upsertTouchesSql(touches: TouchFact[]): SqlStatement {
  // What decides its campaign changed: it has to be resolved anew.
  const mustResolve = `touch.resolution_method IS DISTINCT FROM 'manual'
                         AND (touch.claims_campaign <> excluded.claims_campaign
                           OR ${resolutionKey("touch")} <> ${resolutionKey("excluded")})`
  return {
    sql: `
      WITH ${FACTS},
      former AS (
        SELECT touch_key, touch.visitor_id AS former_visitor_id
          FROM campaign_attribution touch JOIN fact USING (touch_key)
      ),
      written AS (
      ${INSERT}
      ON CONFLICT (touch_key) DO UPDATE SET
        ${COLUMNS.map((column) => `${column} = excluded.${column}`).join(", ")},
        ${[
          "ad_campaign_id",
          "ad_set_id",
          "ad_id",
          "resolution_method",
          "resolved_at",
        ]
          .map(
            (column) =>
              `${column} = CASE WHEN ${mustResolve} THEN NULL ELSE touch.${column} END`
          )
          .join(", ")},
        unresolved_reason = CASE WHEN ${mustResolve} THEN excluded.unresolved_reason ELSE touch.unresolved_reason END,
        is_resolved = CASE WHEN ${mustResolve} THEN false ELSE touch.is_resolved END,
        updated_at = now()
      WHERE (${COLUMNS.map((column) => `touch.${column}`).join(", ")})
            IS DISTINCT FROM (${COLUMNS.map((column) => `excluded.${column}`).join(", ")})
      RETURNING id, touch_key, visitor_id, session_id
      )
      SELECT id, visitor_id, session_id, former_visitor_id
        FROM written LEFT JOIN former USING (touch_key)`,
    params: [JSON.stringify(touches)],
  }
}
