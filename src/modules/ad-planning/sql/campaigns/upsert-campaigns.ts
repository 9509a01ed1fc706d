import type { CampaignFact, SqlStatement } from "../../types"
import { newId } from "../fragments/new-id"

const TOLD = ["status", "started_at", "stopped_at", "currency", "account_id"]

/** What an import does not say stays. */
function told(column: string): string {
  return `CASE WHEN excluded.is_host_campaign THEN excluded.${column}
               ELSE COALESCE(excluded.${column}, campaign.${column}) END`
}

const NAMES_IT =
  "(excluded.named_on IS NULL OR campaign.named_on IS NULL OR excluded.named_on >= campaign.named_on)"

/**
 * Writes campaigns as their platform has them. A spend import (`is_host_campaign`
 * false) never overwrites what the host says of a campaign, nor what it does not know
 * itself; its name counts if no newer day has another. A name that goes is kept with its
 * dates: clicks carry it for long.
 *
 * @returns the id of every campaign named, and whether it is new or renamed
 */
export function upsertCampaignsSql(facts: CampaignFact[]): SqlStatement {
  return {
    sql: `
      WITH facts AS (
        SELECT * FROM jsonb_to_recordset(?::jsonb) AS fact(
          id text, platform text, external_id text, name text, normalised_name text, status text,
          started_at timestamptz, stopped_at timestamptz, currency text, account_id text,
          is_host_campaign boolean, named_on text)
      ),
      former AS (
        SELECT campaign.id, campaign.name, campaign.normalised_name, campaign.named_on
          FROM ad_planning_campaign campaign
          JOIN facts USING (platform, external_id)
      ),
      written AS (
        INSERT INTO ad_planning_campaign AS campaign (
          id, platform, external_id, name, normalised_name, status, started_at, stopped_at,
          currency, account_id, is_host_campaign, named_on)
        SELECT COALESCE(id, ${newId("apcamp")}), platform, external_id, name, normalised_name, status,
               started_at, stopped_at, currency, account_id, is_host_campaign, named_on
          FROM facts
        ON CONFLICT (platform, external_id) DO UPDATE SET
          name = CASE WHEN ${NAMES_IT} THEN excluded.name ELSE campaign.name END,
          normalised_name = CASE WHEN ${NAMES_IT} THEN excluded.normalised_name ELSE campaign.normalised_name END,
          named_on = CASE WHEN ${NAMES_IT} THEN excluded.named_on ELSE campaign.named_on END,
          ${TOLD.map((column) => `${column} = ${told(column)}`).join(", ")},
          is_host_campaign = excluded.is_host_campaign, updated_at = now()
        WHERE (excluded.is_host_campaign OR NOT campaign.is_host_campaign)
          AND (campaign.name, campaign.named_on, campaign.is_host_campaign, ${TOLD.map((column) => `campaign.${column}`).join(", ")})
              IS DISTINCT FROM
              (CASE WHEN ${NAMES_IT} THEN excluded.name ELSE campaign.name END,
               CASE WHEN ${NAMES_IT} THEN excluded.named_on ELSE campaign.named_on END,
               excluded.is_host_campaign, ${TOLD.map(told).join(", ")})
        RETURNING id, platform, external_id, name, normalised_name, (xmax = 0) AS is_new
      ),
      kept AS (
        INSERT INTO ad_planning_campaign_name AS known (id, ad_campaign_id, name, normalised_name, last_on)
        SELECT ${newId("apname")}, former.id, former.name, former.normalised_name,
               COALESCE(former.named_on, to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD'))
          FROM written JOIN former ON former.id = written.id
         WHERE former.normalised_name <> written.normalised_name
        ON CONFLICT (ad_campaign_id, normalised_name) DO UPDATE SET
          last_on = GREATEST(known.last_on, excluded.last_on), updated_at = now()
      )
      SELECT COALESCE(written.id, campaign.id) AS id, facts.platform, facts.external_id,
             written.id IS NOT NULL AS is_changed, COALESCE(is_new, false) AS is_new
        FROM facts
        LEFT JOIN written USING (platform, external_id)
        LEFT JOIN ad_planning_campaign campaign USING (platform, external_id)`,
    params: [JSON.stringify(facts)],
  }
}

/**
 * Lets those who write campaigns in one after the other, until the end of the
 * transaction. A campaign of the host has two unique keys, its id and the
 * platform's: an upsert guards against one of them only.
 */
export function lockCampaignsSql(): SqlStatement {
  return {
    sql: "SELECT pg_advisory_xact_lock(hashtextextended('ad_planning_campaign', 0))",
    params: [],
  }
}
