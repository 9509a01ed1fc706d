import type { EventRow, SqlStatement } from "../types"

/** The name of the tracker's sign of life, sent every 30 seconds. */
const HEARTBEAT = "heartbeat"

/**
 * Brings the session of an event up to date. Everything but `pageviews` follows
 * from the stored events, so their order of arrival does not matter; each part
 * is one look into an index, so a session of many events costs no more.
 */
export function upsertSessionSql(id: string, event: EventRow): SqlStatement {
  const isCounted =
    event.event_type === "pageview" || event.event_name === HEARTBEAT
  return {
    sql: `
      WITH events AS NOT MATERIALIZED (
        SELECT * FROM analytics_event
         WHERE session_id = ? AND deleted_at IS NULL
      ),
      -- A visit opens with a page view; its custom events may be sent first.
      opening AS (
        SELECT * FROM (
          (SELECT 1 AS choice, * FROM events WHERE event_type = 'pageview'
            ORDER BY "timestamp", id LIMIT 1)
          UNION ALL
          (SELECT 2 AS choice, * FROM events ORDER BY "timestamp", id LIMIT 1)
        ) candidate ORDER BY choice LIMIT 1
      ),
      earliest AS (SELECT MIN("timestamp") AS at FROM events),
      latest AS (
        SELECT "timestamp" AS at, pathname FROM events
         ORDER BY "timestamp" DESC, id DESC LIMIT 1
      ),
      campaign AS (
        SELECT utm_source, utm_medium, utm_campaign, utm_term, utm_content
          FROM events WHERE utm_campaign IS NOT NULL
         ORDER BY "timestamp", id LIMIT 1
      )
      INSERT INTO analytics_session AS session (
        id, session_id, visitor_id, website_id, entry_page, exit_page,
        pageviews, duration_seconds, is_bounce, referrer, referrer_source,
        country, device_type, browser, os,
        utm_source, utm_medium, utm_campaign, utm_term, utm_content,
        started_at, last_activity_at
      )
      SELECT ?, opening.session_id, opening.visitor_id, opening.website_id,
             opening.pathname, latest.pathname, ?,
             EXTRACT(EPOCH FROM latest.at - earliest.at)::int, TRUE,
             opening.referrer, opening.referrer_source,
             opening.country, opening.device_type, opening.browser, opening.os,
             campaign.utm_source, campaign.utm_medium, campaign.utm_campaign,
             campaign.utm_term, campaign.utm_content, earliest.at, latest.at
        FROM opening CROSS JOIN earliest CROSS JOIN latest
        LEFT JOIN campaign ON TRUE
      ON CONFLICT (session_id) WHERE deleted_at IS NULL DO UPDATE SET
        visitor_id = EXCLUDED.visitor_id,
        website_id = EXCLUDED.website_id,
        entry_page = EXCLUDED.entry_page,
        exit_page = EXCLUDED.exit_page,
        pageviews = session.pageviews + EXCLUDED.pageviews,
        duration_seconds = EXCLUDED.duration_seconds,
        is_bounce = session.pageviews + EXCLUDED.pageviews < 2,
        referrer = EXCLUDED.referrer,
        referrer_source = EXCLUDED.referrer_source,
        country = EXCLUDED.country,
        device_type = EXCLUDED.device_type,
        browser = EXCLUDED.browser,
        os = EXCLUDED.os,
        utm_source = EXCLUDED.utm_source,
        utm_medium = EXCLUDED.utm_medium,
        utm_campaign = EXCLUDED.utm_campaign,
        utm_term = EXCLUDED.utm_term,
        utm_content = EXCLUDED.utm_content,
        started_at = EXCLUDED.started_at,
        last_activity_at = EXCLUDED.last_activity_at,
        updated_at = now()
      RETURNING session.id, (xmax = 0) AS created`,
    params: [event.session_id, id, isCounted ? 1 : 0],
  }
}
