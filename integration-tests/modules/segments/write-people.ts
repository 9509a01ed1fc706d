import type { Someone } from "./naive-evaluator"

const RAW = (column: string) =>
  `${column}, jsonb_build_object('value', ${column}::text, 'precision', 20)`

/** One statement that makes the tables have these people and nobody else. */
export function writePeopleSql(): string {
  return `
    WITH input AS (SELECT ?::jsonb AS people),
    person AS (
      SELECT one.* FROM input, jsonb_to_recordset(people) AS one (
        id text, country text, city text, birth_date text, tags jsonb, has_account boolean,
        metadata jsonb, orders jsonb, lines jsonb, events jsonb, scores jsonb)
    ),
    profiles AS (
      INSERT INTO ad_planning_person_profile (id, person_id, country, city, birth_date, tags, has_account, metadata, created_at)
      SELECT 'apprsn_' || id, id, country, city, birth_date,
             ARRAY(SELECT jsonb_array_elements_text(tags)), has_account, metadata, '2020-01-01'
        FROM person
    ),
    bought AS (
      INSERT INTO conversion (id, conversion_type, source, idempotency_key, order_id, person_id, converted_at,
                              canceled_at, currency, fx_date, channel_group,
                              conversion_value, raw_conversion_value, net_value, raw_net_value)
      SELECT 'conv_' || o.id, 'purchase', 'order', 'order:' || o.id, o.id, person.id, o.at,
             CASE WHEN o.canceled THEN o.at END, 'gbp', '2026-10-01', o.channel_group,
             ${RAW("placed")}, ${RAW("net")}
        FROM person, jsonb_to_recordset(orders) AS o (
          id text, at timestamptz, net numeric, placed numeric, canceled boolean, channel_group text)
    ),
    sold AS (
      INSERT INTO ad_planning_order_line (id, order_id, line_item_id, product_id, collection, currency, discount_codes,
                                          quantity, raw_quantity, returned, raw_returned, net, raw_net)
      SELECT 'ordline_' || person.id || '_' || ordinality, line ->> 'order_id', 'item_' || ordinality,
             line ->> 'product_id', line ->> 'collection', 'gbp',
             ARRAY(SELECT jsonb_array_elements_text(line -> 'codes')),
             (line ->> 'quantity')::numeric, '{}', (line ->> 'returned')::numeric, '{}',
             (line ->> 'net')::numeric, '{}'
        FROM person, jsonb_array_elements(lines) WITH ORDINALITY AS entry (line, ordinality)
    ),
    happened AS (
      INSERT INTO customer_journey (id, source_type, source_id, event_type, event_data, channel, stage, timestamp, person_id)
      SELECT 'cjrn_' || person.id || '_' || ordinality, 'analytics_event', person.id || '_' || ordinality,
             event ->> 'type', jsonb_build_object('name', event -> 'name'), 'web', 'awareness',
             (event ->> 'at')::timestamptz, person.id
        FROM person, jsonb_array_elements(events) WITH ORDINALITY AS entry (event, ordinality)
    )
    INSERT INTO customer_score (id, person_id, score_type, score_value, breakdown, calculated_at, expires_at)
    SELECT 'cscore_' || person.id || '_' || score.type, person.id, score.type, score.value, '{}', score.expires_at, score.expires_at
      FROM person, jsonb_to_recordset(scores) AS score (type text, value float8, expires_at timestamptz)`
}

export function writePeopleParams(people: Someone[]): string[] {
  return [JSON.stringify(people)]
}

/** Empties the tables that `writePeopleSql` fills. */
export const FORGET_PEOPLE = `
  TRUNCATE ad_planning_person_profile, conversion, ad_planning_order_line, customer_journey,
           customer_score, segment_member, customer_segment, ad_planning_segment_exclusion,
           ad_planning_segment_day, ad_planning_segment_history CASCADE`
