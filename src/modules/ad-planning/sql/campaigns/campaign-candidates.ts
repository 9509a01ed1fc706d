import type { SqlStatement } from "../../types"
import { JSON_LIST } from "../fragments/json-list"
import { lastActiveOn } from "../fragments/last-active-on"

/** Campaigns that any of these ids or normalised names may mean. */
export function campaignCandidatesSql(
  ids: string[],
  normalisedNames: string[]
): SqlStatement {
  const idList = JSON.stringify(ids)
  return {
    sql: `
      SELECT id, platform, external_id, normalised_name, status, started_at, stopped_at,
             ${lastActiveOn("campaign")} AS last_active_on
        FROM ad_planning_campaign campaign
       WHERE deleted_at IS NULL
         AND (id = ANY(${JSON_LIST}) OR external_id = ANY(${JSON_LIST}) OR normalised_name = ANY(${JSON_LIST}))`,
    params: [idList, idList, JSON.stringify(normalisedNames)],
  }
}

/** Every campaign there is, as a person may choose it. */
export function suggestibleCampaignsSql(): SqlStatement {
  return {
    sql: `
      SELECT id, name, platform, status, started_at, stopped_at,
             ${lastActiveOn("campaign")} AS last_active_on
        FROM ad_planning_campaign campaign
       WHERE deleted_at IS NULL`,
    params: [],
  }
}

/** Aliases of any of these normalised utm values, with their campaigns' platforms. */
export function aliasCandidatesSql(normalisedValues: string[]): SqlStatement {
  return {
    sql: `
      SELECT alias.kind, alias.normalised_value, alias.website_id, alias.ad_campaign_id,
             campaign.platform
        FROM ad_planning_campaign_alias alias
        LEFT JOIN ad_planning_campaign campaign
          ON campaign.id = alias.ad_campaign_id AND campaign.deleted_at IS NULL
       WHERE alias.deleted_at IS NULL AND alias.normalised_value = ANY(${JSON_LIST})`,
    params: [JSON.stringify(normalisedValues)],
  }
}
