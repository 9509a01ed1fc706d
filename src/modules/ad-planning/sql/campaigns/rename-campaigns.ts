import type { CampaignFact, SqlStatement } from "../../types"

/** A campaign's id before and after. */
export interface CampaignRename {
  old_id: string
  new_id: string
}

/** Campaigns that an import named first and whose own id the host has now. */
export function adoptableCampaignsSql(facts: CampaignFact[]): SqlStatement {
  return {
    sql: `
      SELECT campaign.id AS old_id, fact.id AS new_id
        FROM jsonb_to_recordset(?::jsonb) AS fact(id text, platform text, external_id text)
        JOIN ad_planning_campaign campaign USING (platform, external_id)
       WHERE campaign.id <> fact.id`,
    params: [JSON.stringify(facts)],
  }
}

/**
 * Gives campaigns another id: their rows everywhere follow.
 *
 * @returns the touches among those rows
 */
export function renameCampaignsSql(renames: CampaignRename[]): SqlStatement {
  return {
    sql: `
      WITH renamed AS (
        SELECT * FROM jsonb_to_recordset(?::jsonb) AS rename(old_id text, new_id text)
      ),
      metrics AS (
        UPDATE ad_planning_campaign_metric row SET ad_campaign_id = new_id
          FROM renamed WHERE row.ad_campaign_id = old_id
      ),
      aliases AS (
        UPDATE ad_planning_campaign_alias row SET ad_campaign_id = new_id
          FROM renamed WHERE row.ad_campaign_id = old_id
      ),
      origins AS (
        UPDATE ad_planning_campaign_metric row SET origin_id = new_id
          FROM renamed WHERE row.origin_id = old_id
      ),
      import_days AS (
        UPDATE ad_planning_spend_import_day row SET ad_campaign_id = new_id
          FROM renamed WHERE row.ad_campaign_id = old_id
      ),
      names AS (
        UPDATE ad_planning_campaign_name row SET ad_campaign_id = new_id
          FROM renamed WHERE row.ad_campaign_id = old_id
      ),
      merged AS (
        UPDATE ad_planning_campaign row SET merged_into_id = new_id
          FROM renamed WHERE row.merged_into_id = old_id
      ),
      merges AS (
        UPDATE ad_planning_campaign_merge merge
           SET from_campaign_id = COALESCE((SELECT new_id FROM renamed WHERE old_id = from_campaign_id), from_campaign_id),
               into_campaign_id = COALESCE((SELECT new_id FROM renamed WHERE old_id = into_campaign_id), into_campaign_id)
         WHERE from_campaign_id IN (SELECT old_id FROM renamed) OR into_campaign_id IN (SELECT old_id FROM renamed)
      ),
      touches AS (
        UPDATE campaign_attribution row SET ad_campaign_id = new_id
          FROM renamed WHERE row.ad_campaign_id = old_id
        RETURNING row.id
      ),
      conversions AS (
        UPDATE conversion row SET ad_campaign_id = new_id
          FROM renamed WHERE row.ad_campaign_id = old_id
      ),
      changes AS (
        UPDATE ad_planning_attribution_change change
           SET from_key = COALESCE((SELECT new_id FROM renamed WHERE old_id = from_key), from_key),
               to_key = COALESCE((SELECT new_id FROM renamed WHERE old_id = to_key), to_key)
         WHERE from_key IN (SELECT old_id FROM renamed) OR to_key IN (SELECT old_id FROM renamed)
      ),
      campaigns AS (
        UPDATE ad_planning_campaign campaign SET id = new_id
          FROM renamed WHERE campaign.id = old_id
      )
      SELECT id FROM touches`,
    params: [JSON.stringify(renames)],
  }
}
