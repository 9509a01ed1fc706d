import type { SqlStatement } from "../../types"

/** How far a platform's spend is known. */
export interface SpendCoverageRow {
  platform: string
  first_date: string
  last_date: string
  campaigns: number
  /** Runs of days on which somebody clicked an ad of a campaign that cost nothing then. */
  gaps: {
    ad_campaign_id: string
    name: string
    from_date: string
    to_date: string
    days: number
    clicks: number
  }[]
}

const MOST_GAPS = 50

/**
 * Per platform the days that spend is known of, and the gaps: paid clicks of a campaign
 * on days between the platform's first and last one without any figure of it.
 *
 * @param timezone - whose days clicks are of; the ad account's is rarely known
 */
export function spendCoverageSql(timezone: string): SqlStatement {
  return {
    sql: `
      WITH known AS (
        SELECT campaign.platform, MIN(metric.date) AS first_date, MAX(metric.date) AS last_date,
               COUNT(DISTINCT campaign.id)::int AS campaigns
          FROM ad_planning_campaign_metric metric
          JOIN ad_planning_campaign campaign ON campaign.id = metric.ad_campaign_id
         WHERE metric.deleted_at IS NULL AND campaign.deleted_at IS NULL
         GROUP BY 1
      ),
      clicked AS (
        SELECT touch.ad_campaign_id, to_char(touch.started_at AT TIME ZONE ?, 'YYYY-MM-DD') AS date,
               COUNT(*)::int AS clicks
          FROM campaign_attribution touch
         WHERE touch.ad_campaign_id IS NOT NULL AND touch.is_paid AND NOT touch.is_duplicate
           AND touch.deleted_at IS NULL
         GROUP BY 1, 2
      ),
      missing AS (
        SELECT campaign.platform, campaign.id, campaign.name, clicked.date, clicked.clicks,
               clicked.date::date - (ROW_NUMBER() OVER (PARTITION BY campaign.id ORDER BY clicked.date))::int AS run
          FROM clicked
          JOIN ad_planning_campaign campaign ON campaign.id = clicked.ad_campaign_id
          JOIN known ON known.platform = campaign.platform
         WHERE clicked.date BETWEEN known.first_date AND known.last_date
           AND NOT EXISTS (
                 SELECT 1 FROM ad_planning_campaign_metric metric
                  WHERE metric.ad_campaign_id = clicked.ad_campaign_id AND metric.date = clicked.date
                    AND metric.deleted_at IS NULL)
      ),
      gap AS (
        SELECT platform, id, name, MIN(date) AS from_date, MAX(date) AS to_date, COUNT(*)::int AS days,
               SUM(clicks)::int AS clicks
          FROM missing
         GROUP BY platform, id, name, run
      ),
      ranked AS (
        SELECT gap.*, ROW_NUMBER() OVER (PARTITION BY platform ORDER BY to_date DESC, id) AS place FROM gap
      )
      SELECT known.platform, known.first_date, known.last_date, known.campaigns,
             COALESCE(jsonb_agg(jsonb_build_object(
               'ad_campaign_id', ranked.id, 'name', ranked.name, 'from_date', ranked.from_date,
               'to_date', ranked.to_date, 'days', ranked.days, 'clicks', ranked.clicks)
               ORDER BY ranked.place) FILTER (WHERE ranked.id IS NOT NULL), '[]') AS gaps
        FROM known
        LEFT JOIN ranked ON ranked.platform = known.platform AND ranked.place <= ?
       GROUP BY 1, 2, 3, 4
       ORDER BY 1`,
    params: [timezone, MOST_GAPS],
  }
}
