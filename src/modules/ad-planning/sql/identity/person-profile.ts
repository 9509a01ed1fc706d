import type { SqlStatement } from "../../types"

const TOUCH = `
        SELECT jsonb_build_object(
                 'ad_campaign_id', touch.ad_campaign_id, 'campaign_name', campaign.name,
                 'channel_group', touch.channel_group, 'platform', touch.platform,
                 'utm_source', touch.utm_source, 'utm_medium', touch.utm_medium,
                 'at', touch.started_at)
          FROM touch
          LEFT JOIN ad_planning_campaign campaign
            ON campaign.id = touch.ad_campaign_id AND campaign.deleted_at IS NULL`

/**
 * What the facts say of one person, in one row: when they were seen, by what
 * they are known (each identifier once, from its earliest valid link on), what
 * they bought, and which touch brought them. That is the first of the path to
 * their first purchase, where an undated stamp stands before every dated touch,
 * else the first of all. The last touch is undated only where no other is known.
 *
 * @returns one `PersonProfile`, its times as PostgreSQL writes them
 */
export function personProfileSql(
  personId: string,
  lookbackHours: number
): SqlStatement {
  return {
    sql: `
      WITH purchase AS (
        SELECT idempotency_key, currency, net_value, converted_at, is_first_purchase
          FROM conversion
         WHERE person_id = ? AND conversion_type = 'purchase'
           AND canceled_at IS NULL AND deleted_at IS NULL
      ),
      first_purchase AS (
        SELECT idempotency_key, converted_at FROM purchase
         WHERE is_first_purchase
         ORDER BY converted_at LIMIT 1
      ),
      touch AS (
        SELECT touch.*,
               COALESCE(
                 touch.started_at <= first_purchase.converted_at
                 AND touch.started_at >= first_purchase.converted_at - make_interval(hours => ?)
                 AND (touch.source = 'session' OR touch.touch_key = first_purchase.idempotency_key),
                 false) AS is_in_path
          FROM campaign_attribution touch
          LEFT JOIN first_purchase ON true
         WHERE touch.person_id = ? AND touch.deleted_at IS NULL AND NOT touch.is_duplicate
      ),
      seen AS (
        SELECT COUNT(*)::int AS touchpoints, MIN(timestamp) AS first_seen_at, MAX(timestamp) AS last_seen_at
          FROM customer_journey
         WHERE person_id = ? AND deleted_at IS NULL
      ),
      identity AS (
        SELECT DISTINCT ON (kind, link.value) id, kind, source, valid_from,
               CASE WHEN kind <> 'email' THEN value END AS value
          FROM ad_planning_identity_link link
         WHERE person_id = ? AND revoked_at IS NULL AND deleted_at IS NULL
         ORDER BY kind, link.value, valid_from, id
      ),
      by_currency AS (
        SELECT currency, COUNT(*) AS count, SUM(net_value) AS net_value, AVG(net_value) AS average_value
          FROM purchase
         GROUP BY currency
      )
      SELECT touchpoints, to_jsonb(first_seen_at) AS first_seen_at, to_jsonb(last_seen_at) AS last_seen_at,
             (SELECT COALESCE(jsonb_agg(identity ORDER BY valid_from, id), '[]') FROM identity) AS identities,
             (SELECT jsonb_build_object(
                       'count', COUNT(*), 'first_at', MIN(converted_at), 'last_at', MAX(converted_at))
                FROM purchase)
             || (SELECT jsonb_build_object('by_currency', COALESCE(jsonb_agg(by_currency ORDER BY count DESC, currency), '[]'))
                   FROM by_currency) AS orders,
             (${TOUCH}
               ORDER BY is_in_path DESC, is_in_path AND touch.confidence = 'undated' DESC,
                        touch.started_at, touch.session_id NULLS FIRST, touch.touch_key
               LIMIT 1) AS acquisition,
             (${TOUCH}
               ORDER BY touch.confidence = 'undated', touch.started_at DESC,
                        touch.session_id DESC NULLS LAST, touch.touch_key DESC
               LIMIT 1) AS last_touch
        FROM seen`,
    params: [personId, lookbackHours, personId, personId, personId],
  }
}
