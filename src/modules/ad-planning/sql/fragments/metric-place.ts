/**
 * Where the figures of a reported campaign stand: at itself, or at the campaign that it
 * was merged into, marked with where they are from.
 *
 * @param campaign - alias of its row, which may be missing
 * @param reported - what names it
 */
export function metricPlace(campaign: string, reported: string): string {
  return `COALESCE(${campaign}.merged_into_id, ${reported}) AS place_id,
             CASE WHEN ${campaign}.merged_into_id IS NULL THEN '' ELSE ${reported} END AS place_origin`
}

/** That a campaign's day stands at a place found by `metricPlace`. */
export function isAtPlace(metric: string, place: string): string {
  return `(${metric}.ad_campaign_id, ${metric}.origin_id, ${metric}.date, ${metric}.currency)
             = (${place}.place_id, ${place}.place_origin, ${place}.date, ${place}.currency)`
}
