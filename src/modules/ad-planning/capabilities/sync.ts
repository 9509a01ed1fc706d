import {
  InjectTransactionManager,
  MedusaContext,
} from "@medusajs/framework/utils"
import { Capability } from "../base"
import {
  failSyncSql,
  finishSyncSql,
  settleSyncSql,
  startSyncSql,
  type SyncFailure,
} from "../sql/sync/sync-state"
import { type SqlContext, write } from "../effects/sql-context"

/** Where each source and job stands. */
export class Sync extends Capability {
  /** Marks a run as begun; returns where the former one ended, and what failed. */
  @InjectTransactionManager()
  async startSync(
    name: string,
    now: Date,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<{ cursor: Date | null; failed_ids: string[] }> {
    const [row] = await write<{
      cursor: Date | null
      failed_ids: string[] | null
    }>(sharedContext, startSyncSql(name, now))
    return {
      cursor: row?.cursor ? new Date(row.cursor) : null,
      failed_ids: row?.failed_ids ?? [],
    }
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
    failure: SyncFailure,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<void> {
    await write(sharedContext, failSyncSql(name, failure))
  }

  /** Ends a run in which some rows failed; the cursor moves on without them. */
  @InjectTransactionManager()
  async settleSync(
    name: string,
    result: { cursor: Date | null; rowsRead: number; failure: SyncFailure },
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<void> {
    await write(sharedContext, settleSyncSql(name, result))
  }
}
