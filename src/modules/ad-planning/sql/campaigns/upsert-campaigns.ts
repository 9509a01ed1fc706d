import type { CampaignFact, SqlStatement } from "../../types"
import { newId } from "../fragments/new-id"

/**
 * Writes campaigns as their platform has them. A spend import (`is_host_campaign`
 * false) never overwrites what the host says of a campaign.
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
          is_host_campaign boolean)
      ),
      written AS (
        INSERT INTO ad_planning_campaign AS campaign (
          id, platform, external_id, name, normalised_name, status, started_at, stopped_at,
          currency, account_id, is_host_campaign)
        SELECT COALESCE(id, ${newId("apcamp")}), platform, external_id, name, normalised_name, status,
               started_at, stopped_at, currency, account_id, is_host_campaign
          FROM facts
        ON CONFLICT (platform, external_id) DO UPDATE SET
          name = excluded.name, normalised_name = excluded.normalised_name, status = excluded.status,
          started_at = excluded.started_at, stopped_at = excluded.stopped_at,
          currency = excluded.currency, account_id = excluded.account_id,
          is_host_campaign = excluded.is_host_campaign, updated_at = now()
        WHERE (excluded.is_host_campaign OR NOT campaign.is_host_campaign)
          AND (campaign.name, campaign.status, campaign.started_at, campaign.stopped_at,
               campaign.currency, campaign.account_id, campaign.is_host_campaign)
              IS DISTINCT FROM
              (excluded.name, excluded.status, excluded.started_at, excluded.stopped_at,
               excluded.currency, excluded.account_id, excluded.is_host_campaign)
        RETURNING id, platform, external_id, (xmax = 0) AS is_new
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
