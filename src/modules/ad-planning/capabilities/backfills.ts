import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaError,
} from "@medusajs/framework/utils"
import { Capability } from "../base"
import {
  advanceBackfillSql,
  type BackfillPage,
  type BackfillStart,
  countBackfillSql,
  endBackfillSql,
  insertBackfillSql,
  lockBackfillsSql,
  reopenBackfillSql,
  type RunningBackfill,
  runningBackfillSql,
} from "../sql/sync/backfill-runs"
import type { BackfillStatus } from "../types"
import { read, type SqlContext, write } from "../effects/sql-context"

/** Readings of everything that the store's modules have. */
export class Backfills extends Capability {
  /**
   * Begins a run; returns its id.
   *
   * @throws MedusaError not_allowed while another one is running
   */
  @InjectTransactionManager()
  async startBackfill(
    start: BackfillStart,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<string> {
    await write(sharedContext, lockBackfillsSql())
    const running = await this.runningBackfill(sharedContext)
    if (running) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `Backfill ${running.id} is still running`
      )
    }
    const [run] = await write<{ id: string }>(
      sharedContext,
      insertBackfillSql(start)
    )
    return run!.id
  }

  /** The run that has not ended, if there is one. */
  @InjectManager()
  async runningBackfill(
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<RunningBackfill | null> {
    const [run] = await read<RunningBackfill>(
      sharedContext,
      runningBackfillSql()
    )
    return run ? { ...run, from: run.from && new Date(run.from) } : null
  }

  /** Notes how many rows a run has to read. */
  @InjectTransactionManager()
  async countBackfill(
    id: string,
    rows: number,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<void> {
    await write(sharedContext, countBackfillSql(id, rows))
  }

  /**
   * Notes that a page is read.
   *
   * @returns false when the run has ended, or another process reads it
   */
  @InjectTransactionManager()
  async advanceBackfill(
    id: string,
    page: BackfillPage,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<boolean> {
    const rows = await write(sharedContext, advanceBackfillSql(id, page))
    return rows.length > 0
  }

  /** Ends a run; false when it has ended before. */
  @InjectTransactionManager()
  async endBackfill(
    id: string,
    end: { status: BackfillStatus; error: string | null; now: Date },
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<boolean> {
    const rows = await write(sharedContext, endBackfillSql(id, end))
    return rows.length > 0
  }

  /** Lets a canceled run go on, unless another one does. */
  @InjectTransactionManager()
  async reopenBackfill(
    id: string,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<void> {
    await write(sharedContext, lockBackfillsSql())
    await write(sharedContext, reopenBackfillSql(id))
  }
}
