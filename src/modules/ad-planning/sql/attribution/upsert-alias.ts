import type { AliasKind, SqlStatement } from "../../types"
import { newId } from "../fragments/new-id"

export interface AliasKey {
  kind: AliasKind
  normalised_value: string
  /** "" = every website. */
  website_id: string
}

export interface CampaignAlias extends AliasKey {
  ad_campaign_id: string
  created_by: string | null
}

/**
 * Remembers what a utm value means; the latest decision stands. One that says what
 * is known already changes nothing.
 */
export function upsertAliasSql(alias: CampaignAlias): SqlStatement {
  return {
    sql: `
      INSERT INTO ad_planning_campaign_alias (id, kind, normalised_value, website_id, ad_campaign_id, created_by)
      VALUES (${newId("apalias")}, ?, ?, ?, ?, ?)
      ON CONFLICT (kind, normalised_value, website_id) DO UPDATE SET
        ad_campaign_id = excluded.ad_campaign_id, created_by = excluded.created_by, updated_at = now()
      WHERE ad_planning_campaign_alias.ad_campaign_id <> excluded.ad_campaign_id`,
    params: [
      alias.kind,
      alias.normalised_value,
      alias.website_id,
      alias.ad_campaign_id,
      alias.created_by,
    ],
  }
}

export function deleteAliasSql(alias: AliasKey): SqlStatement {
  return {
    sql: `
      DELETE FROM ad_planning_campaign_alias
       WHERE kind = ? AND normalised_value = ? AND website_id = ?`,
    params: [alias.kind, alias.normalised_value, alias.website_id],
  }
}
