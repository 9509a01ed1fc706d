import type { SqlStatement } from "../../types"
import { JSON_LIST } from "../fragments/json-list"

/** What a list of campaigns shows beside their own rows. */
export interface CampaignDetails {
  id: string
  /** Exact decimal text. */
  spend: { currency: string; spend: string }[]
  last_spend_on: string | null
  last_click_at: Date | null
  former_names: {
    name: string
    first_on: string | null
    last_on: string | null
  }[]
  /** Campaigns that are part of it, with the merge that says so. */
  merged: { merge_id: string; campaign_id: string; name: string }[]
}

export function campaignDetailsSql(ids: string[]): SqlStatement {
  return {
    sql: `
      SELECT campaign.id,
             COALESCE((SELECT jsonb_agg(jsonb_build_object('currency', currency, 'spend', spend::text) ORDER BY currency)
                         FROM (SELECT currency, SUM(spend) AS spend FROM ad_planning_campaign_metric metric
                                WHERE metric.ad_campaign_id = campaign.id AND metric.deleted_at IS NULL
                                GROUP BY 1) sums), '[]') AS spend,
             (SELECT MAX(date) FROM ad_planning_campaign_metric metric
               WHERE metric.ad_campaign_id = campaign.id AND metric.deleted_at IS NULL) AS last_spend_on,
             (SELECT MAX(started_at) FROM campaign_attribution touch
               WHERE touch.ad_campaign_id = campaign.id AND touch.deleted_at IS NULL) AS last_click_at,
             COALESCE((SELECT jsonb_agg(jsonb_build_object('name', name, 'first_on', first_on, 'last_on', last_on)
                                        ORDER BY last_on DESC NULLS LAST, name)
                         FROM ad_planning_campaign_name former
                        WHERE former.ad_campaign_id = campaign.id AND former.deleted_at IS NULL
                          AND former.normalised_name <> campaign.normalised_name), '[]') AS former_names,
             COALESCE((SELECT jsonb_agg(jsonb_build_object('merge_id', merge.id, 'campaign_id', part.id, 'name', part.name)
                                        ORDER BY merge.merged_at)
                         FROM ad_planning_campaign_merge merge
                         JOIN ad_planning_campaign part ON part.id = merge.from_campaign_id
                        WHERE merge.into_campaign_id = campaign.id AND merge.undone_at IS NULL
                          AND part.merged_into_id = campaign.id), '[]') AS merged
        FROM ad_planning_campaign campaign
       WHERE campaign.id = ANY(${JSON_LIST})`,
    params: [JSON.stringify(ids)],
  }
}

/** The merge that a campaign is part of another by. */
export function standingMergeSql(campaignId: string): SqlStatement {
  return {
    sql: `
      SELECT id FROM ad_planning_campaign_merge
       WHERE from_campaign_id = ? AND undone_at IS NULL AND deleted_at IS NULL
       ORDER BY merged_at DESC
       LIMIT 1`,
    params: [campaignId],
  }
}
