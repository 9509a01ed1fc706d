import type { CampaignEdit, NewCampaign, SqlStatement } from "../../types"
import { newId } from "../fragments/new-id"

/**
 * A campaign by hand: for what no ad platform reports.
 *
 * @returns no row where the platform has it already
 */
export function createCampaignSql(
  campaign: NewCampaign,
  actorId: string | null
): SqlStatement {
  return {
    sql: `
      INSERT INTO ad_planning_campaign (
        id, platform, external_id, name, normalised_name, status, started_at, stopped_at, currency,
        account_id, is_host_campaign, created_by)
      SELECT ${newId("apcamp")}, platform, external_id, name, normalised_name, status, started_at,
             stopped_at, currency, NULL, false, ?
        FROM jsonb_to_record(?::jsonb) AS campaign(
               platform text, external_id text, name text, normalised_name text, status text,
               started_at timestamptz, stopped_at timestamptz, currency text)
      ON CONFLICT (platform, external_id) DO NOTHING
      RETURNING id`,
    params: [actorId, JSON.stringify(campaign)],
  }
}

/**
 * Changes a campaign; a name that goes is kept among its former ones.
 *
 * @returns the campaign as it was
 */
export function editCampaignSql(id: string, edit: CampaignEdit): SqlStatement {
  return {
    sql: `
      WITH edit AS (SELECT ?::jsonb AS value),
      former AS (
        SELECT * FROM ad_planning_campaign WHERE id = ? AND deleted_at IS NULL FOR UPDATE
      ),
      written AS (
        UPDATE ad_planning_campaign campaign
           SET name = COALESCE(edit.value ->> 'name', campaign.name),
               normalised_name = COALESCE(edit.value ->> 'normalised_name', campaign.normalised_name),
               status = CASE WHEN jsonb_exists(edit.value, 'status') THEN edit.value ->> 'status' ELSE campaign.status END,
               started_at = CASE WHEN jsonb_exists(edit.value, 'started_at') THEN (edit.value ->> 'started_at')::timestamptz
                                 ELSE campaign.started_at END,
               stopped_at = CASE WHEN jsonb_exists(edit.value, 'stopped_at') THEN (edit.value ->> 'stopped_at')::timestamptz
                                 ELSE campaign.stopped_at END,
               updated_at = now()
          FROM edit, former
         WHERE campaign.id = former.id
        RETURNING campaign.id, campaign.normalised_name
      ),
      kept AS (
        INSERT INTO ad_planning_campaign_name AS known (id, ad_campaign_id, name, normalised_name, last_on)
        SELECT ${newId("apname")}, former.id, former.name, former.normalised_name,
               to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD')
          FROM former JOIN written USING (id)
         WHERE former.normalised_name <> written.normalised_name
        ON CONFLICT (ad_campaign_id, normalised_name) DO UPDATE SET
          last_on = excluded.last_on, updated_at = now()
      )
      SELECT to_jsonb(former)::text AS former FROM former`,
    params: [JSON.stringify(edit), id],
  }
}

/** Puts a campaign back as it was, and forgets the name it had meanwhile. */
export function restoreCampaignSql(former: string): SqlStatement {
  return {
    sql: `
      WITH former AS (
        SELECT * FROM jsonb_populate_record(NULL::ad_planning_campaign, ?::jsonb)
      ),
      names AS (
        DELETE FROM ad_planning_campaign_name known USING former
         WHERE (known.ad_campaign_id, known.normalised_name) = (former.id, former.normalised_name)
      )
      UPDATE ad_planning_campaign campaign
         SET name = former.name, normalised_name = former.normalised_name, status = former.status,
             started_at = former.started_at, stopped_at = former.stopped_at, updated_at = former.updated_at
        FROM former
       WHERE campaign.id = former.id
      RETURNING campaign.id`,
    params: [former],
  }
}

/** What hangs on a campaign: it cannot be deleted while anything does. */
export interface CampaignTies {
  days: number
  touches: number
  conversions: number
  aliases: number
  merges: number
  is_host_campaign: boolean
}

function count(table: string, where: string): string {
  return `(SELECT COUNT(*)::int FROM ${table} WHERE ${where} AND deleted_at IS NULL)`
}

export function campaignTiesSql(id: string): SqlStatement {
  return {
    sql: `
      SELECT ${count("ad_planning_campaign_metric", "ad_campaign_id = campaign.id")} AS days,
             ${count("campaign_attribution", "ad_campaign_id = campaign.id")} AS touches,
             ${count("conversion", "ad_campaign_id = campaign.id")} AS conversions,
             ${count("ad_planning_campaign_alias", "ad_campaign_id = campaign.id")} AS aliases,
             ${count("ad_planning_campaign_merge", "undone_at IS NULL AND campaign.id IN (from_campaign_id, into_campaign_id)")} AS merges,
             is_host_campaign
        FROM ad_planning_campaign campaign
       WHERE id = ? AND deleted_at IS NULL`,
    params: [id],
  }
}

/** @returns its row as text, for `insertCampaignRowSql` */
export function deleteCampaignSql(id: string): SqlStatement {
  return {
    sql: `
      WITH gone AS (DELETE FROM ad_planning_campaign WHERE id = ? RETURNING *),
      names AS (DELETE FROM ad_planning_campaign_name WHERE ad_campaign_id = ?)
      SELECT to_jsonb(gone)::text AS former FROM gone`,
    params: [id, id],
  }
}

export function insertCampaignRowSql(former: string): SqlStatement {
  return {
    sql: `
      INSERT INTO ad_planning_campaign
      SELECT * FROM jsonb_populate_record(NULL::ad_planning_campaign, ?::jsonb)
      ON CONFLICT DO NOTHING
      RETURNING id`,
    params: [former],
  }
}
