import {
  InjectTransactionManager,
  MedusaContext,
} from "@medusajs/framework/utils"
import { failSyncSql, finishSyncSql, startSyncSql } from "../sql/sync-state"
import { CampaignFacts } from "./campaigns"
import { type SqlContext, write } from "./sql-context"

/** Where each source and job stands. */
export class SyncState extends CampaignFacts {
  /** Marks a run as begun; returns where the former one ended. */
  @InjectTransactionManager()
  async startSync(
    name: string,
    now: Date,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<Date | null> {
    const [row] = await write<{ cursor: Date | null }>(
      sharedContext,
      startSyncSql(name, now)
    )
    return row?.cursor ? new Date(row.cursor) : null
  }

  @InjectTransactionManager()
  async finishSync(
    name: string,
    result: { cursor: Date | null; rowsRead: number; now: Date },
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<void> {
    await write(sharedContext, finishSyncSql(name, result))
  }

  @InjectTransactionManager()
  async failSync(
    name: string,
    failure: { message: string; ids: string[]; now: Date },
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<void> {
    await write(sharedContext, failSyncSql(name, failure))
  }
}
