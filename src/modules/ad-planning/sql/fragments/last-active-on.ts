/**
 * The last day, YYYY-MM-DD, on which a campaign that was taken away cost or showed
 * anything; null for the others, of which their own dates say enough. See `Run`.
 */
export function lastActiveOn(campaign: string): string {
  return `CASE WHEN lower(${campaign}.status) IN ('deleted', 'archived', 'removed')
                  THEN (SELECT MAX(metric.date) FROM ad_planning_campaign_metric metric
                         WHERE metric.ad_campaign_id = ${campaign}.id AND metric.deleted_at IS NULL
                           AND (metric.spend > 0 OR metric.impressions > 0)) END`
}
