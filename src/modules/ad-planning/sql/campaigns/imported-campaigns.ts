import type { CampaignFact, SqlStatement } from "../../types"

/**
 * For campaigns that an import names without an id: the external id of the one
 * campaign of that platform with that normalised name. Two of them, or none,
 * and there is no row.
 */
export function matchImportedCampaignsSql(facts: CampaignFact[]): SqlStatement {
  return {
    sql: `
      SELECT fact.platform, fact.external_id, MIN(campaign.external_id) AS known_external_id
        FROM jsonb_to_recordset(?::jsonb) AS fact(platform text, external_id text, normalised_name text)
        JOIN ad_planning_campaign campaign USING (platform, normalised_name)
       WHERE campaign.deleted_at IS NULL
       GROUP BY 1, 2
      HAVING COUNT(DISTINCT campaign.id) = 1`,
    params: [
      JSON.stringify(
        facts.filter((fact) => fact.external_id.startsWith("name:"))
      ),
    ],
  }
}
