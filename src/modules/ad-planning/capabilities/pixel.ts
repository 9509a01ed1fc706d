import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
} from "@medusajs/framework/utils"
import { Capability } from "../base"
import { pixelHealthSql } from "../sql/conversions/pixel-health"
import type { PixelHealthRow, ReportPeriod } from "../types"
import {
  addPixelCountsSql,
  type PixelCount,
  pixelCountsSinceSql,
} from "../sql/conversions/pixel-counts"
import type { PixelOutcome } from "../types"
import { read, type SqlContext, write } from "../effects/sql-context"

const FLUSH_MS = 1_000
const HOUR_MS = 3_600_000

/**
 * How the calls of the public endpoint ended. They are counted in memory and
 * added to the table once a second, so that a refused call costs no statement.
 * What is counted and not yet written is lost when the process is killed;
 * conversions never are.
 */
export class Pixel extends Capability {
  private pixelCalls = new Map<string, PixelCount>()
  private pixelTimer: NodeJS.Timeout | null = null

  /** @param now - milliseconds since 1970 */
  countPixelCall(outcome: PixelOutcome, now: number): void {
    const hour = new Date(now - (now % HOUR_MS)).toISOString()
    this.keepPixelCount({ hour, outcome, calls: 1 })
    this.pixelTimer ??= setTimeout(() => {
      // It reports its failure itself, and keeps the counts.
      void this.flushPixelCalls()
    }, FLUSH_MS)
  }

  /** Writes what was counted; keeps it for the next time when that fails. */
  async flushPixelCalls(): Promise<void> {
    clearTimeout(this.pixelTimer ?? undefined)
    this.pixelTimer = null
    const counts = [...this.pixelCalls.values()]
    this.pixelCalls = new Map()
    if (counts.length === 0) {
      return
    }
    try {
      await this.addPixelCounts(counts)
    } catch (error) {
      counts.forEach((count) => this.keepPixelCount(count))
      this.service.logger?.error(
        "ad-planning: calls of the pixel could not be counted",
        error instanceof Error ? error : undefined
      )
    }
  }

  @InjectTransactionManager()
  async addPixelCounts(
    counts: PixelCount[],
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<void> {
    await write(sharedContext, addPixelCountsSql(counts))
  }

  @InjectManager()
  async pixelCountsSince(
    since: Date,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<{ outcome: PixelOutcome; calls: number }[]> {
    return await read(sharedContext, pixelCountsSinceSql(since))
  }

  private keepPixelCount({ hour, outcome, calls }: PixelCount): void {
    const key = `${hour} ${outcome}`
    const former = this.pixelCalls.get(key)?.calls ?? 0
    this.pixelCalls.set(key, { hour, outcome, calls: former + calls })
  }

  /** What the storefront's script sent, day by day, beside the orders. */
  @InjectManager()
  async pixelHealth(
    days: ReportPeriod[],
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<PixelHealthRow[]> {
    return await read(sharedContext, pixelHealthSql(days))
  }
}
