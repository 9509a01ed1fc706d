import type { AttributionCause, SqlStatement } from "../../types"
import { movedCtes } from "../attribution/apply-resolutions"
import { JSON_LIST } from "../fragments/json-list"
import { newId } from "../fragments/new-id"

/** One campaign that becomes part of another. */
export interface CampaignMerge {
  from_id: string
  into_id: string
}

/** What is known of campaigns that somebody wants to make one. */
export interface MergeableCampaign {
  id: string
  name: string
  merged_into_id: string | null
}

export function lockMergeableSql(ids: string[]): SqlStatement {
  return {
    sql: `
      SELECT id, name, merged_into_id FROM ad_planning_campaign
       WHERE id = ANY(${JSON_LIST}) AND deleted_at IS NULL
       ORDER BY id
         FOR UPDATE`,
    params: [JSON.stringify(ids)],
  }
}

/** Notes a merge, and which campaigns were part of the first one already. */
export function insertMergeSql(
  { from_id, into_id }: CampaignMerge,
  actorId: string | null
): SqlStatement {
  return {
    sql: `
      INSERT INTO ad_planning_campaign_merge (id, from_campaign_id, into_campaign_id, merged_at, merged_by, carried_ids)
      SELECT ${newId("apmerge")}, ?, ?, clock_timestamp(), ?,
             COALESCE((SELECT jsonb_agg(id ORDER BY id) FROM ad_planning_campaign WHERE merged_into_id = ?), '[]')
      RETURNING id, merged_at::text AS merged_at`,
    params: [from_id, into_id, actorId, from_id],
  }
}

/** From now on the first campaign, and all that are part of it, are the second. */
export function pointToMergedSql({
  from_id,
  into_id,
}: CampaignMerge): SqlStatement {
  return {
    sql: `
      WITH figures AS (
        UPDATE ad_planning_campaign_metric
           SET ad_campaign_id = ?, origin_id = CASE WHEN origin_id = '' THEN ad_campaign_id ELSE origin_id END
         WHERE ad_campaign_id = ?
      )
      UPDATE ad_planning_campaign SET merged_into_id = ?, updated_at = now()
       WHERE id = ? OR merged_into_id = ?
      RETURNING id`,
    params: [into_id, from_id, into_id, from_id, from_id],
  }
}

/** The other way round. */
export function pointApartSql(
  { from_id, into_id }: CampaignMerge,
  carriedIds: string[]
): SqlStatement {
  const carried = JSON.stringify(carriedIds)
  return {
    sql: `
      WITH figures AS (
        UPDATE ad_planning_campaign_metric
           SET ad_campaign_id = ?, origin_id = CASE WHEN origin_id = ? THEN '' ELSE origin_id END
         WHERE ad_campaign_id = ? AND (origin_id = ? OR origin_id = ANY(${JSON_LIST}))
      )
      UPDATE ad_planning_campaign
         SET merged_into_id = CASE WHEN id = ? THEN NULL ELSE ? END, updated_at = now()
       WHERE id = ? OR (merged_into_id = ? AND id = ANY(${JSON_LIST}))
      RETURNING id`,
    params: [
      from_id,
      from_id,
      into_id,
      from_id,
      carried,
      from_id,
      from_id,
      from_id,
      into_id,
      carried,
    ],
  }
}

/** Moves a campaign's aliases, and notes which. */
export function moveAliasesSql(
  mergeId: string,
  { from_id, into_id }: CampaignMerge
): SqlStatement {
  return {
    sql: `
      WITH moved AS (
        UPDATE ad_planning_campaign_alias SET ad_campaign_id = ?, updated_at = now()
         WHERE ad_campaign_id = ?
        RETURNING id
      )
      INSERT INTO ad_planning_campaign_merge_row (id, merge_id, kind, row_id)
      SELECT ${newId("apmrow")}, ?, 'alias', id FROM moved
      ON CONFLICT (merge_id, kind, row_id) DO NOTHING`,
    params: [into_id, from_id, mergeId],
  }
}

export function moveAliasesBackSql(
  mergeId: string,
  { from_id, into_id }: CampaignMerge
): SqlStatement {
  return {
    sql: `
      UPDATE ad_planning_campaign_alias alias SET ad_campaign_id = ?, updated_at = now()
        FROM ad_planning_campaign_merge_row moved
       WHERE moved.merge_id = ? AND moved.kind = 'alias' AND alias.id = moved.row_id
         AND alias.ad_campaign_id = ?
      RETURNING alias.id`,
    params: [from_id, mergeId, into_id],
  }
}

/**
 * Moves a campaign's touches with the conversions that have one as last touch, notes
 * which, and that those conversions count for another campaign now.
 *
 * @returns the touches
 */
export function moveTouchesSql(
  mergeId: string,
  { from_id, into_id }: CampaignMerge,
  cause: AttributionCause
): SqlStatement {
  const moved = movedCtes("written", cause)
  return {
    sql: `
      WITH written AS (
        UPDATE campaign_attribution touch SET ad_campaign_id = ?, updated_at = now()
         WHERE touch.ad_campaign_id = ? AND touch.deleted_at IS NULL
        RETURNING touch.*
      ),
      ${moved.sql},
      noted AS (
        INSERT INTO ad_planning_campaign_merge_row (id, merge_id, kind, row_id)
        SELECT ${newId("apmrow")}, ?, 'touch', id FROM written
        ON CONFLICT (merge_id, kind, row_id) DO NOTHING
      )
      SELECT id FROM written`,
    params: [into_id, from_id, ...moved.params, mergeId],
  }
}

export function moveTouchesBackSql(
  mergeId: string,
  { from_id, into_id }: CampaignMerge,
  cause: AttributionCause
): SqlStatement {
  const moved = movedCtes("written", cause)
  return {
    sql: `
      WITH written AS (
        UPDATE campaign_attribution touch SET ad_campaign_id = ?, updated_at = now()
          FROM ad_planning_campaign_merge_row row
         WHERE row.merge_id = ? AND row.kind = 'touch' AND touch.id = row.row_id
           AND touch.ad_campaign_id = ? AND touch.deleted_at IS NULL
        RETURNING touch.*
      ),
      ${moved.sql}
      SELECT id FROM written`,
    params: [from_id, mergeId, into_id, ...moved.params],
  }
}

export interface UndoneMerge extends CampaignMerge {
  merged_at: string
  carried_ids: string[]
}

/** Marks a merge as undone; no row where there is none, or it was already. */
export function markMergeUndoneSql(
  id: string,
  actorId: string | null
): SqlStatement {
  return {
    sql: `
      UPDATE ad_planning_campaign_merge merge
         SET undone_at = now(), undone_by = ?, updated_at = now()
       WHERE id = ? AND undone_at IS NULL AND deleted_at IS NULL
         -- A merge of the second campaign has to be undone first.
         AND EXISTS (SELECT 1 FROM ad_planning_campaign campaign
                      WHERE campaign.id = merge.from_campaign_id
                        AND campaign.merged_into_id = merge.into_campaign_id)
      RETURNING from_campaign_id AS from_id, into_campaign_id AS into_id, carried_ids,
                merged_at::text AS merged_at`,
    params: [actorId, id],
  }
}

/** Forgets a merge that was undone: a workflow that failed leaves no trace. */
export function forgetMergeSql(id: string): SqlStatement {
  return {
    sql: `
      WITH moved AS (DELETE FROM ad_planning_campaign_merge_row WHERE merge_id = ?)
      DELETE FROM ad_planning_campaign_merge WHERE id = ?
      RETURNING id`,
    params: [id, id],
  }
}

/** Lets a merge that was undone stand again. */
export function markMergeStandingSql(id: string): SqlStatement {
  return {
    sql: `
      UPDATE ad_planning_campaign_merge SET undone_at = NULL, undone_by = NULL, updated_at = now()
       WHERE id = ?
      RETURNING from_campaign_id AS from_id, into_campaign_id AS into_id`,
    params: [id],
  }
}
