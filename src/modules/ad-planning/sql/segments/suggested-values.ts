import type { SqlStatement, SuggestedValues } from "../../types"

const profile = (expression: string) =>
  `SELECT ${expression} AS value, NULL::text AS label, COUNT(*) AS uses
        FROM ad_planning_person_profile WHERE deleted_at IS NULL GROUP BY 1`
const line = (expression: string) =>
  `SELECT ${expression} AS value, NULL::text AS label, COUNT(*) AS uses
        FROM ad_planning_order_line WHERE deleted_at IS NULL GROUP BY 1`

/** Each kind's values with their names, `uses` says how common they are. */
const VALUES: Record<SuggestedValues, string> = {
  countries: profile("country"),
  states: profile("state"),
  cities: profile("city"),
  tags: profile("unnest(tags)"),
  campaigns: `SELECT id AS value, name AS label, 0 AS uses
        FROM ad_planning_campaign WHERE deleted_at IS NULL`,
  channel_groups: `SELECT channel_group AS value, NULL::text AS label, COUNT(*) AS uses
        FROM campaign_attribution WHERE deleted_at IS NULL GROUP BY 1`,
  utm_sources: `SELECT utm_source AS value, NULL::text AS label, COUNT(*) AS uses
        FROM campaign_attribution WHERE deleted_at IS NULL GROUP BY 1`,
  segments: `SELECT id AS value, name AS label, customer_count AS uses
        FROM customer_segment WHERE deleted_at IS NULL`,
  products: `SELECT product_id AS value, title AS label, 0 AS uses
        FROM ad_planning_product WHERE deleted_at IS NULL`,
  categories: `SELECT category_id AS value, name AS label, 0 AS uses
        FROM ad_planning_product_category WHERE deleted_at IS NULL`,
  collections: line("collection"),
  product_types: line("product_type"),
  product_tags: `SELECT unnest(tags) AS value, NULL::text AS label, COUNT(*) AS uses
        FROM ad_planning_product WHERE deleted_at IS NULL GROUP BY 1`,
  discount_codes: line("unnest(discount_codes)"),
  event_names: `SELECT event_data ->> 'name' AS value, NULL::text AS label, COUNT(*) AS uses
        FROM customer_journey WHERE deleted_at IS NULL GROUP BY 1`,
}

/** Values that a rule may ask for, the commonest first; by the beginning of a text. */
export function suggestedValuesSql(
  of: SuggestedValues,
  text: string,
  limit: number
): SqlStatement {
  return {
    sql: `
      SELECT value, COALESCE(label, value) AS label FROM (${VALUES[of]}) known
       WHERE value IS NOT NULL AND value <> ''
         AND position(lower(?::text) in lower(COALESCE(label, value))) > 0
       ORDER BY uses DESC, label, value LIMIT ?`,
    params: [text, limit],
  }
}
