/**
 * The row of a report that a conversion's figures are in: its campaign, else one of
 * REMAINDER_BUCKETS.
 *
 * @param alias - a row of `conversion`, or of its copies
 */
export function bucketKey(alias: string): string {
  return `COALESCE(${alias}.ad_campaign_id,
                 CASE WHEN ${alias}.attribution_id IS NULL THEN '(direct or unknown)'
                      WHEN ${alias}.claims_campaign THEN '(unresolved campaign)'
                      ELSE '(no campaign)' END)`
}
