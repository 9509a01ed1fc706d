import type { SqlStatement } from "../types"
import { JSON_LIST } from "./fragments/json-list"

/** Campaigns that any of these ids or normalised names may mean. */
export function campaignCandidatesSql(
  ids: string[],
  normalisedNames: string[]
): SqlStatement {
  const idList = JSON.stringify(ids)
  return {
    sql: `
      SELECT id, platform, external_id, normalised_name, stopped_at
        FROM ad_planning_campaign
       WHERE deleted_at IS NULL
         AND (id = ANY(${JSON_LIST}) OR external_id = ANY(${JSON_LIST}) OR normalised_name = ANY(${JSON_LIST}))`,
    params: [idList, idList, JSON.stringify(normalisedNames)],
  }
}

/** Aliases of any of these normalised utm values. */
export function aliasCandidatesSql(normalisedValues: string[]): SqlStatement {
  return {
    sql: `
      SELECT kind, normalised_value, website_id, ad_campaign_id
        FROM ad_planning_campaign_alias
       WHERE deleted_at IS NULL AND normalised_value = ANY(${JSON_LIST})`,
    params: [JSON.stringify(normalisedValues)],
  }
}
