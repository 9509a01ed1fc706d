const AS_OF = "'2026-10-15T12:00:00Z'::timestamptz"
const ORDERS = `conversion WHERE conversion_type = 'purchase' AND canceled_at IS NULL AND converted_at < ${AS_OF}`

const RFM = `
  buyer AS (
    SELECT person_id, MAX((converted_at AT TIME ZONE 'UTC')::date) AS last_day,
           COUNT(DISTINCT (converted_at AT TIME ZONE 'UTC')::date) AS days, SUM(net_value) AS net
      FROM ${ORDERS} GROUP BY person_id
  ),
  rfm AS (
    SELECT person_id,
           LEAST(5, 1 + floor(5.0 * (SELECT COUNT(*) FROM buyer o WHERE o.last_day < b.last_day) / (SELECT COUNT(*) FROM buyer))) AS r,
           LEAST(5, 1 + floor(5.0 * (SELECT COUNT(*) FROM buyer o WHERE o.days < b.days) / (SELECT COUNT(*) FROM buyer))) AS f,
           LEAST(5, 1 + floor(5.0 * (SELECT COUNT(*) FROM buyer o WHERE o.net < b.net) / (SELECT COUNT(*) FROM buyer))) AS m
      FROM buyer b
  )`

/** Templates as somebody would ask the tables by hand: another way to the same people. */
export const HAND_WRITTEN: Record<string, string> = {
  champions: `WITH ${RFM} SELECT person_id FROM rfm
    WHERE r = 5 AND ceil((f + m) / 2) >= 4 OR r = 4 AND ceil((f + m) / 2) = 5`,
  at_risk_high_value: `WITH ${RFM} SELECT person_id FROM rfm
    WHERE m >= 4 AND r <= 2 AND ceil((f + m) / 2) >= 3`,
  new_customers: `SELECT person_id FROM ${ORDERS} GROUP BY person_id
    HAVING MIN(converted_at) >= ${AS_OF} - interval '30 x 24 hours'`.replace(
    "30 x 24 hours",
    "720 hours"
  ),
  lapsed: `SELECT person_id FROM ${ORDERS} GROUP BY person_id
    HAVING MAX(converted_at) < ${AS_OF} - interval '1440 hours'`,
  one_time_buyers: `SELECT person_id FROM ${ORDERS} GROUP BY person_id HAVING COUNT(*) = 1`,
  cart_abandoners: `SELECT DISTINCT person_id FROM customer_journey
    WHERE event_type = 'add_to_cart' AND timestamp >= ${AS_OF} - interval '720 hours' AND timestamp < ${AS_OF}
      AND person_id NOT IN (SELECT person_id FROM ${ORDERS} AND converted_at >= ${AS_OF} - interval '720 hours')`,
  promoters: `SELECT person_id FROM customer_score WHERE score_type = 'nps' AND score_value >= 9`,
  detractors: `SELECT person_id FROM customer_score WHERE score_type = 'nps' AND score_value <= 6`,
  never_discounted: `SELECT DISTINCT person_id FROM ${ORDERS} AND person_id NOT IN (
    SELECT person_id FROM conversion JOIN ad_planning_order_line line USING (order_id)
     WHERE canceled_at IS NULL AND converted_at < ${AS_OF} AND discount_codes <> '{}' AND quantity > returned)`,
  vip: `WITH ${RFM} SELECT person_id FROM rfm
    WHERE m = 5 AND (SELECT COUNT(*) FROM ${ORDERS} AND person_id = rfm.person_id) >= 3`,
}
