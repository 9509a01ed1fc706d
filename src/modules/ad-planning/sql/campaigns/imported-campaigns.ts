import type { CampaignFact, SqlStatement } from "../../types"
import { newId } from "../fragments/new-id"

const WITHOUT_ID = "name:"

/**
 * For campaigns that an import names without an id: the external id of the one
 * campaign of that platform that has that normalised name, else had it. Two of them, or
 * none, and there is no row.
 */
export function matchImportedCampaignsSql(facts: CampaignFact[]): SqlStatement {
  return {
    sql: `
      WITH fact AS (
        SELECT * FROM jsonb_to_recordset(?::jsonb) AS fact(platform text, external_id text, normalised_name text)
      ),
      named AS (
        SELECT fact.platform, fact.external_id, campaign.id, campaign.external_id AS known, true AS is_current
          FROM fact
          JOIN ad_planning_campaign campaign USING (platform, normalised_name)
         WHERE campaign.deleted_at IS NULL
         UNION ALL
        SELECT fact.platform, fact.external_id, campaign.id, campaign.external_id, false
          FROM fact
          JOIN ad_planning_campaign_name former USING (normalised_name)
          JOIN ad_planning_campaign campaign
            ON campaign.id = former.ad_campaign_id AND campaign.platform = fact.platform
         WHERE campaign.deleted_at IS NULL AND former.deleted_at IS NULL
      )
      SELECT platform, external_id, MIN(known) AS known_external_id
        FROM named
       WHERE is_current OR NOT EXISTS (
               SELECT 1 FROM named other
                WHERE other.is_current
                  AND (other.platform, other.external_id) = (named.platform, named.external_id))
       GROUP BY 1, 2
      HAVING COUNT(DISTINCT id) = 1`,
    params: [
      JSON.stringify(
        facts.filter((fact) => fact.external_id.startsWith(WITHOUT_ID))
      ),
    ],
  }
}

/**
 * Gives campaigns that were known by their name alone the id that a report has for
 * them now: the same campaign. Of two ids with one name neither can be said to be it.
 *
 * @returns the campaigns that got one
 */
export function adoptNamedCampaignsSql(facts: CampaignFact[]): SqlStatement {
  return {
    sql: `
      WITH fact AS (
        SELECT platform, normalised_name, MIN(external_id) AS external_id
          FROM jsonb_to_recordset(?::jsonb) AS fact(platform text, external_id text, normalised_name text)
         GROUP BY 1, 2
        HAVING COUNT(DISTINCT external_id) = 1
      )
      UPDATE ad_planning_campaign campaign SET external_id = fact.external_id, updated_at = now()
        FROM fact
       WHERE campaign.platform = fact.platform AND campaign.deleted_at IS NULL
         AND campaign.external_id = '${WITHOUT_ID}' || fact.normalised_name
         AND NOT EXISTS (
               SELECT 1 FROM ad_planning_campaign known
                WHERE known.platform = fact.platform AND known.external_id = fact.external_id)
      RETURNING campaign.id`,
    params: [
      JSON.stringify(
        facts.filter((fact) => !fact.external_id.startsWith(WITHOUT_ID))
      ),
    ],
  }
}

/** A name that a report gives a campaign for some days. */
export interface ReportedName {
  ad_campaign_id: string
  name: string
  normalised_name: string
  first_on: string
  last_on: string
}

/** Keeps names that are not the campaign's own, with the days they were seen on. */
export function keepFormerNamesSql(names: ReportedName[]): SqlStatement {
  return {
    sql: `
      INSERT INTO ad_planning_campaign_name AS known (id, ad_campaign_id, name, normalised_name, first_on, last_on)
      SELECT ${newId("apname")}, name.ad_campaign_id, name.name, name.normalised_name, name.first_on, name.last_on
        FROM jsonb_to_recordset(?::jsonb) AS name(
               ad_campaign_id text, name text, normalised_name text, first_on text, last_on text)
        JOIN ad_planning_campaign campaign
          ON campaign.id = name.ad_campaign_id AND campaign.normalised_name <> name.normalised_name
      ON CONFLICT (ad_campaign_id, normalised_name) DO UPDATE SET
        first_on = LEAST(known.first_on, excluded.first_on),
        last_on = GREATEST(known.last_on, excluded.last_on), updated_at = now()
      RETURNING id`,
    params: [JSON.stringify(names)],
  }
}

/** Forgets former names that campaigns have themselves: a rename that was undone. */
export function forgetOwnNamesSql(
  keys: Pick<CampaignFact, "platform" | "external_id">[]
): SqlStatement {
  return {
    sql: `
      DELETE FROM ad_planning_campaign_name known
       USING ad_planning_campaign campaign,
             jsonb_to_recordset(?::jsonb) AS key(platform text, external_id text)
       WHERE (campaign.platform, campaign.external_id) = (key.platform, key.external_id)
         AND (known.ad_campaign_id, known.normalised_name) = (campaign.id, campaign.normalised_name)`,
    params: [JSON.stringify(keys)],
  }
}
