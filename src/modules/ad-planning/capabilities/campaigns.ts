import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
} from "@medusajs/framework/utils"
import { Capability } from "../base"
import {
  adoptNamedCampaignsSql,
  forgetOwnNamesSql,
  matchImportedCampaignsSql,
} from "../sql/campaigns/imported-campaigns"
import {
  adoptableCampaignsSql,
  type CampaignRename,
  renameCampaignsSql,
} from "../sql/campaigns/rename-campaigns"
import {
  type CampaignKey,
  deleteCampaignsSql,
  deleteMetricsSql,
  type MetricKey,
  restoreSnapshotSql,
  type Snapshot,
  snapshotCampaignsSql,
  snapshotMetricsSql,
} from "../sql/sync/snapshots"
import { upsertCampaignMetricsSql } from "../sql/spend/upsert-campaign-metrics"
import {
  lockCampaignsSql,
  upsertCampaignsSql,
} from "../sql/campaigns/upsert-campaigns"
import type { CampaignFact, CampaignMetricFact } from "../types"
import { lockLinks } from "../effects/assign-persons"
import { read, type SqlContext, write } from "../effects/sql-context"
import { tellTouches } from "../effects/refresh-timelines"

export interface SyncedCampaign {
  id: string
  platform: string
  external_id: string
  /** New, or other than it was. */
  is_changed: boolean
  is_new: boolean
}

export interface SyncCampaignsResult {
  campaigns: SyncedCampaign[]
  /** Campaigns that took the host's id, and the touches that followed. */
  adopted: CampaignRename[]
  touch_ids: string[]
}

/** Campaigns and what they cost per day. */
export class Campaigns extends Capability {
  /**
   * Campaigns as their platform has them; adopts the host's ids first. Of two
   * rows that the host keeps of one campaign, the one named last counts.
   */
  @InjectTransactionManager()
  async syncCampaigns(
    facts: CampaignFact[],
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<SyncCampaignsResult> {
    const distinct = [
      ...new Map(facts.map((fact) => [platformKey(fact), fact])).values(),
    ]
    const hosted = distinct.filter((fact) => fact.id !== null)
    await lockLinks(sharedContext, "read")
    await write(sharedContext, lockCampaignsSql())
    await write(sharedContext, adoptNamedCampaignsSql(hosted))
    const adopted = await read<CampaignRename>(
      sharedContext,
      adoptableCampaignsSql(hosted)
    )
    const touches = adopted.length
      ? await write<{ id: string }>(sharedContext, renameCampaignsSql(adopted))
      : []
    const touchIds = touches.map((row) => row.id)
    await tellTouches(sharedContext, touchIds)
    const campaigns = await write<SyncedCampaign>(
      sharedContext,
      upsertCampaignsSql(distinct)
    )
    return { campaigns, adopted, touch_ids: touchIds }
  }

  /** Gives imported campaigns without an id the id of the one they name. */
  @InjectManager()
  async matchImportedCampaigns(
    facts: CampaignFact[],
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<CampaignFact[]> {
    const rows = await read<{
      platform: string
      external_id: string
      known_external_id: string
    }>(sharedContext, matchImportedCampaignsSql(facts))
    const known = new Map(
      rows.map((row) => [platformKey(row), row.known_external_id])
    )
    return facts.map((fact) => ({
      ...fact,
      external_id: known.get(platformKey(fact)) ?? fact.external_id,
    }))
  }

  @InjectManager()
  async snapshotCampaigns(
    keys: CampaignKey[],
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<Snapshot> {
    const [row] = await read<{ snapshot: Snapshot }>(
      sharedContext,
      snapshotCampaignsSql(keys)
    )
    return row!.snapshot
  }

  /** Puts campaigns back as they were, adopted ones under their former id. */
  @InjectTransactionManager()
  async restoreCampaigns(
    keys: CampaignKey[],
    adopted: CampaignRename[],
    snapshot: Snapshot,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<void> {
    const renames = adopted.map(({ old_id, new_id }) => ({
      old_id: new_id,
      new_id: old_id,
    }))
    await lockLinks(sharedContext, "read")
    const touches = await write<{ id: string }>(
      sharedContext,
      renameCampaignsSql(renames)
    )
    await tellTouches(
      sharedContext,
      touches.map((row) => row.id)
    )
    await write(sharedContext, deleteCampaignsSql(keys))
    for (const statement of restoreSnapshotSql(snapshot)) {
      await write(sharedContext, statement)
    }
    await write(sharedContext, forgetOwnNamesSql(keys))
  }

  @InjectManager()
  async snapshotCampaignMetrics(
    keys: MetricKey[],
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<Snapshot> {
    const [row] = await read<{ snapshot: Snapshot }>(
      sharedContext,
      snapshotMetricsSql(keys)
    )
    return row!.snapshot
  }

  @InjectTransactionManager()
  async restoreCampaignMetrics(
    keys: MetricKey[],
    snapshot: Snapshot,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<void> {
    await write(sharedContext, deleteMetricsSql(keys))
    for (const statement of restoreSnapshotSql(snapshot)) {
      await write(sharedContext, statement)
    }
  }

  /** Campaign days, replacing those known. Returns how many rows changed. */
  @InjectTransactionManager()
  async syncCampaignMetrics(
    facts: CampaignMetricFact[],
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<number> {
    const rows = await write(sharedContext, upsertCampaignMetricsSql(facts))
    return rows.length
  }

  /** Campaigns by id; ids that are none are left out. */
  @InjectManager()
  async campaignsById(
    ids: string[],
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<
    Map<
      string,
      { id: string; name: string; platform: string; status: string | null }
    >
  > {
    const campaigns = await this.service.listAdPlanningCampaigns(
      { id: ids },
      { select: ["id", "name", "platform", "status"] },
      sharedContext
    )
    return new Map(campaigns.map((campaign) => [campaign.id, campaign]))
  }
}

function platformKey(row: { platform: string; external_id: string }): string {
  return JSON.stringify([row.platform, row.external_id])
}
