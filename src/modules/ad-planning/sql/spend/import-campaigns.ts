import type { CampaignFact, SqlStatement } from "../../types"
import { JSON_LIST } from "../fragments/json-list"

/** A campaign before and after an import. */
export interface ChangedCampaign {
  id: string
  /** Its row; null for a campaign that the import made. */
  before: Record<string, unknown> | null
  name: string
  external_id: string
}

/** The rows of these campaigns, under their own ids or the names they had without. */
export function campaignRowsSql(facts: CampaignFact[]): SqlStatement {
  return {
    sql: `
      SELECT DISTINCT ON (campaign.id) campaign.id, to_jsonb(campaign) AS before
        FROM ad_planning_campaign campaign
        JOIN jsonb_to_recordset(?::jsonb) AS fact(platform text, external_id text, normalised_name text)
          ON campaign.platform = fact.platform
         AND campaign.external_id IN (fact.external_id, 'name:' || fact.normalised_name)`,
    params: [JSON.stringify(facts)],
  }
}

/** What is known of a campaign that a report names. */
export interface KnownCampaignRow {
  id: string
  platform: string
  /** As the report has it. */
  external_id: string
  name: string
  normalised_name: string
}

/** Campaigns that an import of these facts would meet, also those known by name alone. */
export function knownCampaignsSql(facts: CampaignFact[]): SqlStatement {
  return {
    sql: `
      SELECT DISTINCT ON (fact.platform, fact.external_id)
             campaign.id, fact.platform, fact.external_id, campaign.name, campaign.normalised_name
        FROM jsonb_to_recordset(?::jsonb) AS fact(platform text, external_id text, normalised_name text)
        JOIN ad_planning_campaign campaign
          ON campaign.platform = fact.platform AND campaign.deleted_at IS NULL
         AND campaign.external_id IN (fact.external_id, 'name:' || fact.normalised_name)
       ORDER BY fact.platform, fact.external_id, campaign.external_id = fact.external_id DESC`,
    params: [JSON.stringify(facts)],
  }
}

/**
 * Takes away campaigns that an import made and nothing hangs on any more: no spend, no
 * decision of a person, no other import.
 *
 * @returns those that went
 */
export function removeBareCampaignsSql(ids: string[]): SqlStatement {
  return {
    sql: `
      WITH bare AS (
        DELETE FROM ad_planning_campaign campaign
         WHERE campaign.id = ANY(${JSON_LIST})
           AND NOT campaign.is_host_campaign AND campaign.merged_into_id IS NULL
           AND NOT EXISTS (SELECT 1 FROM ad_planning_campaign_metric metric
                            WHERE campaign.id IN (metric.ad_campaign_id, metric.origin_id))
           AND NOT EXISTS (SELECT 1 FROM ad_planning_campaign_alias alias
                            WHERE alias.ad_campaign_id = campaign.id AND alias.deleted_at IS NULL)
           AND NOT EXISTS (SELECT 1 FROM campaign_attribution touch
                            WHERE touch.ad_campaign_id = campaign.id AND touch.resolution_method = 'manual'
                              AND touch.deleted_at IS NULL)
           AND NOT EXISTS (SELECT 1 FROM ad_planning_campaign other WHERE other.merged_into_id = campaign.id)
        RETURNING campaign.id
      ),
      names AS (
        DELETE FROM ad_planning_campaign_name USING bare WHERE ad_campaign_id = bare.id
      )
      SELECT id FROM bare`,
    params: [JSON.stringify(ids)],
  }
}

const TAKEN_BACK = [
  "external_id",
  "name",
  "normalised_name",
  "named_on",
  "status",
  "started_at",
  "stopped_at",
  "currency",
  "account_id",
]

/**
 * Gives campaigns back what they were before an import, where they still are what it
 * made of them and no later import has figures of theirs.
 *
 * @returns those that changed
 */
export function takeBackCampaignsSql(
  importId: string,
  campaigns: ChangedCampaign[]
): SqlStatement {
  return {
    sql: `
      WITH change AS (
        SELECT * FROM jsonb_to_recordset(?::jsonb) AS change(id text, before jsonb, name text, external_id text)
      ),
      taken AS (
        UPDATE ad_planning_campaign campaign
           SET ${TAKEN_BACK.map((column) => `${column} = former.${column}`).join(", ")}, updated_at = now()
          FROM change
         CROSS JOIN LATERAL jsonb_populate_record(NULL::ad_planning_campaign, change.before) former
         WHERE campaign.id = change.id
           AND (campaign.name, campaign.external_id) = (change.name, change.external_id)
           AND (${TAKEN_BACK.map((column) => `former.${column}`).join(", ")})
               IS DISTINCT FROM (${TAKEN_BACK.map((column) => `campaign.${column}`).join(", ")})
           AND NOT EXISTS (
                 SELECT 1 FROM ad_planning_campaign_metric metric
                   JOIN ad_planning_spend_import later ON later.id = metric.import_id
                  WHERE metric.ad_campaign_id = campaign.id
                    AND later.imported_at > (SELECT imported_at FROM ad_planning_spend_import WHERE id = ?))
        RETURNING campaign.id, campaign.normalised_name
      ),
      names AS (
        DELETE FROM ad_planning_campaign_name known
         WHERE EXISTS (SELECT 1 FROM taken
                        WHERE (taken.id, taken.normalised_name) = (known.ad_campaign_id, known.normalised_name))
            -- Written with the import, so at the same moment.
            OR (known.created_at = (SELECT created_at FROM ad_planning_spend_import WHERE id = ?)
                AND NOT EXISTS (SELECT 1 FROM change
                                 WHERE change.id = known.ad_campaign_id AND change.id NOT IN (SELECT id FROM taken)
                                   AND change.before ->> 'normalised_name' = known.normalised_name))
      )
      SELECT id FROM taken`,
    params: [JSON.stringify(campaigns), importId, importId],
  }
}
