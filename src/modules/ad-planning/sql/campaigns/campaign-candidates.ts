import type { SqlStatement } from "../../types"
import { JSON_LIST } from "../fragments/json-list"
import { lastActiveOn } from "../fragments/last-active-on"

/**
 * Campaigns that any of these ids or normalised names may mean. One that was merged
 * into another is asked for by its own ids and name, and is that one.
 */
export function campaignCandidatesSql(
  ids: string[],
  normalisedNames: string[]
): SqlStatement {
  const idList = JSON.stringify(ids)
  return {
    sql: `
      SELECT COALESCE(merged_into_id, id) AS id, id AS own_id, platform, external_id, normalised_name,
             status, started_at, stopped_at, ${lastActiveOn("campaign")} AS last_active_on
        FROM ad_planning_campaign campaign
       WHERE deleted_at IS NULL
         AND (id = ANY(${JSON_LIST}) OR external_id = ANY(${JSON_LIST}) OR normalised_name = ANY(${JSON_LIST}))`,
    params: [idList, idList, JSON.stringify(normalisedNames)],
  }
}

/** Campaigns that had any of these normalised names once, with the days they had it. */
export function formerNamesSql(normalisedNames: string[]): SqlStatement {
  return {
    sql: `
      SELECT COALESCE(campaign.merged_into_id, campaign.id) AS id, campaign.platform, campaign.external_id,
             former.normalised_name, former.first_on, former.last_on, campaign.status,
             campaign.started_at, campaign.stopped_at, ${lastActiveOn("campaign")} AS last_active_on
        FROM ad_planning_campaign_name former
        JOIN ad_planning_campaign campaign ON campaign.id = former.ad_campaign_id
       WHERE former.deleted_at IS NULL AND campaign.deleted_at IS NULL
         AND former.normalised_name = ANY(${JSON_LIST})`,
    params: [JSON.stringify(normalisedNames)],
  }
}

/** Every campaign there is, as a person may choose it. */
export function suggestibleCampaignsSql(): SqlStatement {
  return {
    sql: `
      SELECT id, name, platform, status, started_at, stopped_at,
             ${lastActiveOn("campaign")} AS last_active_on
        FROM ad_planning_campaign campaign
       WHERE deleted_at IS NULL AND merged_into_id IS NULL`,
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
