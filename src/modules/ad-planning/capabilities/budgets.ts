import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
} from "@medusajs/framework/utils"
import { Capability } from "../base"
import { read, type SqlContext, write } from "../effects/sql-context"
import { replaceCurvesSql } from "../sql/forecasts/replace-curves"
import { campaignBudgetsSql, setBudgetsSql } from "../sql/forecasts/set-budgets"
import { syncAnomaliesSql } from "../sql/forecasts/sync-anomalies"
import { syncPacingSql } from "../sql/forecasts/sync-pacing"
import type {
  AnomalyMetric,
  AnomalyRow,
  CampaignBudget,
  PacingBand,
  PacingRow,
  StoredCurve,
} from "../types"

/** What campaigns may cost, what more of it would bring, and what left its course. */
export class Budgets extends Capability {
  /** Writes budgets; answers how many changed. */
  @InjectTransactionManager()
  async setBudgets(
    budgets: readonly CampaignBudget[],
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<number> {
    return (await write(sharedContext, setBudgetsSql(budgets))).length
  }

  /** Every campaign's budget; the store's own before its platform's. */
  @InjectManager()
  async campaignBudgets(
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<CampaignBudget[]> {
    return await read(sharedContext, campaignBudgetsSql())
  }

  /** Keeps the curves of a day. */
  @InjectTransactionManager()
  async replaceCurves(
    curves: readonly StoredCurve[],
    fittedOn: string,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<void> {
    await write(sharedContext, replaceCurvesSql(curves, fittedOn))
  }

  /** Makes the open anomalies those found; answers the ids of those that began. */
  @InjectTransactionManager()
  async syncAnomalies(
    found: readonly AnomalyRow[],
    looked: readonly { scope: string; metric: AnomalyMetric }[],
    now: Date,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<string[]> {
    const rows = await write<{ id: string }>(
      sharedContext,
      syncAnomaliesSql(found, looked, now)
    )
    return rows.map(({ id }) => id)
  }

  /** Notes each month's band; answers the ids of those that have just gone off pace. */
  @InjectTransactionManager()
  async syncPacing(
    rows: readonly PacingRow[],
    now: Date,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<string[]> {
    const crossed = await write<{ id: string; band: PacingBand }>(
      sharedContext,
      syncPacingSql(rows, now)
    )
    return crossed.flatMap(({ id, band }) => (band === "on_pace" ? [] : id))
  }
}
