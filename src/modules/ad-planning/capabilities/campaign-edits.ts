import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaError,
} from "@medusajs/framework/utils"
import { Capability } from "../base"
import { lockLinks } from "../effects/assign-persons"
import { tellTouches } from "../effects/refresh-timelines"
import { read, type SqlContext, write } from "../effects/sql-context"
import { campaignTuplesSql } from "../sql/attribution/campaign-tuples"
import {
  type CampaignDetails,
  campaignDetailsSql,
  standingMergeSql,
} from "../sql/campaigns/campaign-details"
import {
  campaignTiesSql,
  type CampaignTies,
  createCampaignSql,
  deleteCampaignSql,
  editCampaignSql,
  insertCampaignRowSql,
  restoreCampaignSql,
} from "../sql/campaigns/campaign-edits"
import {
  type CampaignMerge,
  forgetMergeSql,
  insertMergeSql,
  lockMergeableSql,
  markMergeStandingSql,
  markMergeUndoneSql,
  type MergeableCampaign,
  moveAliasesBackSql,
  moveAliasesSql,
  moveTouchesBackSql,
  moveTouchesSql,
  pointApartSql,
  pointToMergedSql,
  type UndoneMerge,
} from "../sql/campaigns/merge-campaigns"
import { lockCampaignsSql } from "../sql/campaigns/upsert-campaigns"
import { readResolutionKey } from "../sql/fragments/resolution-key"
import type { CampaignEdit, NewCampaign } from "../types"
import type { ResolvableTouch } from "../utils/attribution-resolver"

// Touches whose questions are answered together.
const TOUCHES_PER_PAGE = 10_000

export interface CampaignTuplePage {
  tuples: (ResolvableTouch & { resolution_key: string; touch_ids: string[] })[]
  /** The touch after which the next page begins; null after the last one. */
  next: string | null
}

export interface MergedCampaigns {
  id: string
  merged_at: string
  touch_ids: string[]
}

export interface PartedCampaigns extends MergedCampaigns, CampaignMerge {}

/** Campaigns as persons make, change, join and part them. */
export class CampaignEdits extends Capability {
  /**
   * @returns its id
   * @throws MedusaError invalid_data where the platform has it already
   */
  @InjectTransactionManager()
  async createCampaign(
    campaign: NewCampaign,
    actorId: string | null,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<string> {
    await write(sharedContext, lockCampaignsSql())
    const [row] = await write<{ id: string }>(
      sharedContext,
      createCampaignSql(campaign, actorId)
    )
    if (!row) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `Campaign ${campaign.name} of ${campaign.platform} is there already`
      )
    }
    return row.id
  }

  /**
   * @returns the campaign as it was, for `restoreCampaign`
   * @throws MedusaError not_found
   */
  @InjectTransactionManager()
  async editCampaign(
    id: string,
    edit: CampaignEdit,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<string> {
    const [row] = await write<{ former: string }>(
      sharedContext,
      editCampaignSql(id, edit)
    )
    return found(id, row).former
  }

  @InjectTransactionManager()
  async restoreCampaign(
    former: string,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<void> {
    await write(sharedContext, restoreCampaignSql(former))
  }

  /**
   * @returns the campaign as it was, for `undeleteCampaign`
   * @throws MedusaError not_found; not_allowed where anything hangs on it
   */
  @InjectTransactionManager()
  async deleteCampaign(
    id: string,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<string> {
    await lockLinks(sharedContext, "read")
    const [ties] = await read<CampaignTies>(sharedContext, campaignTiesSql(id))
    const reasons = tieReasons(found(id, ties))
    if (reasons.length > 0) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `Campaign with id: ${id} cannot be deleted: it has ${reasons.join(", ")}`
      )
    }
    const [row] = await write<{ former: string }>(
      sharedContext,
      deleteCampaignSql(id)
    )
    return found(id, row).former
  }

  @InjectTransactionManager()
  async undeleteCampaign(
    former: string,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<void> {
    await write(sharedContext, insertCampaignRowSql(former))
  }

  /**
   * Makes one campaign a part of another: touches, conversions, spend and aliases move,
   * and what is reported for it from now on is the other's.
   *
   * @throws MedusaError not_found, not_allowed
   */
  @InjectTransactionManager()
  async mergeCampaigns(
    merge: CampaignMerge,
    actorId: string | null,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<MergedCampaigns> {
    await lockLinks(sharedContext, "read")
    await write(sharedContext, lockCampaignsSql())
    await this.requireMergeable(merge, sharedContext)
    const [record] = await write<{ id: string; merged_at: string }>(
      sharedContext,
      insertMergeSql(merge, actorId)
    )
    const { id, merged_at } = record!
    await write(sharedContext, pointToMergedSql(merge))
    await write(sharedContext, moveAliasesSql(id, merge))
    const touches = await write<{ id: string }>(
      sharedContext,
      moveTouchesSql(id, merge, {
        cause: "merge",
        cause_id: id,
        actor_id: actorId,
      })
    )
    const touch_ids = touches.map((touch) => touch.id)
    await tellTouches(sharedContext, touch_ids)
    return { id, merged_at, touch_ids }
  }

  /**
   * Makes two campaigns of one again.
   *
   * @throws MedusaError not_found, not_allowed
   */
  @InjectTransactionManager()
  async partCampaigns(
    mergeId: string,
    actorId: string | null,
    isReverted = false,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<PartedCampaigns> {
    await lockLinks(sharedContext, "read")
    await write(sharedContext, lockCampaignsSql())
    const [merge] = await write<UndoneMerge>(
      sharedContext,
      markMergeUndoneSql(mergeId, actorId)
    )
    if (!merge) {
      throw await this.notUndoable(mergeId, sharedContext)
    }
    await write(sharedContext, pointApartSql(merge, merge.carried_ids))
    await write(sharedContext, moveAliasesBackSql(mergeId, merge))
    const touches = await write<{ id: string }>(
      sharedContext,
      moveTouchesBackSql(mergeId, merge, {
        cause: "merge",
        cause_id: mergeId,
        actor_id: actorId,
        is_reverted: isReverted,
      })
    )
    const touch_ids = touches.map((touch) => touch.id)
    await tellTouches(sharedContext, touch_ids)
    return { ...merge, id: mergeId, touch_ids }
  }

  /** Parts campaigns and forgets that they were merged: a failed workflow's trace. */
  @InjectTransactionManager()
  async revokeMerge(
    mergeId: string,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<void> {
    await this.partCampaigns(mergeId, null, true, sharedContext)
    await write(sharedContext, forgetMergeSql(mergeId))
  }

  /** Lets a merge stand again that a failed workflow undid. */
  @InjectTransactionManager()
  async restoreMerge(
    mergeId: string,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<void> {
    await lockLinks(sharedContext, "read")
    await write(sharedContext, lockCampaignsSql())
    const [merge] = await write<CampaignMerge>(
      sharedContext,
      markMergeStandingSql(mergeId)
    )
    await write(sharedContext, pointToMergedSql(merge!))
    await write(sharedContext, moveAliasesSql(mergeId, merge!))
    const touches = await write<{ id: string }>(
      sharedContext,
      moveTouchesSql(mergeId, merge!, {
        cause: "merge",
        cause_id: mergeId,
        is_reverted: true,
      })
    )
    await tellTouches(
      sharedContext,
      touches.map((touch) => touch.id)
    )
  }

  /** What lists show beside campaigns, by id. */
  @InjectManager()
  async campaignDetails(
    ids: string[],
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<Map<string, Omit<CampaignDetails, "id">>> {
    const rows = await read<CampaignDetails>(
      sharedContext,
      campaignDetailsSql(ids)
    )
    return new Map(rows.map(({ id, ...details }) => [id, details]))
  }

  /**
   * The merge by which a campaign is part of another.
   *
   * @throws MedusaError not_allowed where it is none
   */
  @InjectManager()
  async standingMerge(
    campaignId: string,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<string> {
    const [row] = await read<{ id: string }>(
      sharedContext,
      standingMergeSql(campaignId)
    )
    if (!row) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `Campaign with id: ${campaignId} is not merged into another one`
      )
    }
    return row.id
  }

  /** The distinct questions of one page of these campaigns' touches. */
  @InjectManager()
  async listCampaignTuples(
    campaignIds: string[],
    since: string | null,
    afterId: string,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<CampaignTuplePage> {
    const rows = await read<{
      resolution_key: string
      started_at: Date
      touch_ids: string[]
      last_id: string
    }>(
      sharedContext,
      campaignTuplesSql(campaignIds, since, afterId, TOUCHES_PER_PAGE)
    )
    const touches = rows.flatMap((row) => row.touch_ids).length
    return {
      tuples: rows.map(({ last_id: _last, ...tuple }) => ({
        ...readResolutionKey(tuple.resolution_key),
        ...tuple,
        claims_campaign: true,
      })),
      next: touches < TOUCHES_PER_PAGE ? null : rows[0]!.last_id,
    }
  }

  private async requireMergeable(
    { from_id, into_id }: CampaignMerge,
    context: SqlContext
  ): Promise<void> {
    const rows = await write<MergeableCampaign>(
      context,
      lockMergeableSql([from_id, into_id])
    )
    const from = found(
      from_id,
      rows.find(({ id }) => id === from_id)
    )
    const into = found(
      into_id,
      rows.find(({ id }) => id === into_id)
    )
    const problem =
      from_id === into_id
        ? "a campaign cannot be merged into itself"
        : from.merged_into_id
          ? `campaign ${from.name} is merged into another one already`
          : into.merged_into_id
            ? `campaign ${into.name} is merged into another one: choose that one`
            : null
    if (problem) {
      throw new MedusaError(MedusaError.Types.NOT_ALLOWED, problem)
    }
  }

  private async notUndoable(
    id: string,
    context: SqlContext
  ): Promise<MedusaError> {
    const [known] = await this.service.listAdPlanningCampaignMerges(
      { id },
      { take: 1 },
      context
    )
    if (!known) {
      return new MedusaError(
        MedusaError.Types.NOT_FOUND,
        `CampaignMerge with id: ${id} was not found`
      )
    }
    return new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      known.undone_at
        ? `CampaignMerge with id: ${id} was undone already`
        : `CampaignMerge with id: ${id} cannot be undone: campaign ${known.into_campaign_id} was merged into another one since, undo that first`
    )
  }
}

function found<Row>(id: string, row: Row | undefined): Row {
  if (!row) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Campaign with id: ${id} was not found`
    )
  }
  return row
}

function tieReasons(ties: CampaignTies): string[] {
  const { is_host_campaign, ...counts } = ties
  return [
    ...(is_host_campaign ? ["its origin in the ad account"] : []),
    ...Object.entries(counts).flatMap(([name, count]) =>
      count > 0 ? [`${count} ${name}`] : []
    ),
  ]
}
