import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
} from "@medusajs/framework/utils"
import {
  campaignIdsSql,
  matchImportedCampaignsSql,
} from "../sql/imported-campaigns"
import {
  deleteCampaignsSql,
  deleteMetricsSql,
  type MetricKey,
  restoreSnapshotSql,
  type Snapshot,
  snapshotCampaignsSql,
  snapshotMetricsSql,
} from "../sql/snapshots"
import { upsertCampaignMetricsSql } from "../sql/upsert-campaign-metrics"
import {
  adoptHostCampaignIdsSql,
  upsertCampaignsSql,
} from "../sql/upsert-campaigns"
import type { CampaignFact, CampaignMetricFact } from "../types"
import { PurchaseFacts } from "./purchases"
import { read, type SqlContext, write } from "./sql-context"

/** Campaigns and what they cost per day. */
export class CampaignFacts extends PurchaseFacts {
  /**
   * Campaigns as their platform has them; adopts the host's ids first. Of two
   * rows that the host keeps of one campaign, the one named last counts.
   */
  @InjectTransactionManager()
  async syncCampaigns(
    facts: CampaignFact[],
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<
    { id: string; platform: string; external_id: string; is_changed: boolean }[]
  > {
    const distinct = [
      ...new Map(facts.map((fact) => [platformKey(fact), fact])).values(),
    ]
    const hosted = distinct.filter((fact) => fact.id !== null)
    await write(sharedContext, adoptHostCampaignIdsSql(hosted))
    return await write(sharedContext, upsertCampaignsSql(distinct))
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

  /** The ids of those of these campaigns that are known. */
  @InjectManager()
  async idsOfCampaigns(
    facts: CampaignFact[],
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<string[]> {
    const rows = await read<{ id: string }>(
      sharedContext,
      campaignIdsSql(facts)
    )
    return rows.map((row) => row.id)
  }

  @InjectManager()
  async snapshotCampaigns(
    ids: string[],
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<Snapshot> {
    const [row] = await read<{ snapshot: Snapshot }>(
      sharedContext,
      snapshotCampaignsSql(ids)
    )
    return row!.snapshot
  }

  @InjectTransactionManager()
  async restoreCampaigns(
    ids: string[],
    snapshot: Snapshot,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<void> {
    await write(sharedContext, deleteCampaignsSql(ids))
    for (const statement of restoreSnapshotSql(snapshot)) {
      await write(sharedContext, statement)
    }
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
}

function platformKey(row: { platform: string; external_id: string }): string {
  return JSON.stringify([row.platform, row.external_id])
}
