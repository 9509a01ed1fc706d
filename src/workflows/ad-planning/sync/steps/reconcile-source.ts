import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { errorMessage } from "../../../../lib/error-message"
import type { SyncSource } from "../../../../modules/ad-planning/types"
import { serviceOf } from "../../../../modules/ad-planning/service-of"
import {
  describeFailures,
  readPages,
  readRows,
  type RowFailure,
} from "../read-pages"
import { isSourcePresent } from "../source-adapters"
import { unreadSince } from "../unread-since"

export interface ReconcileSourceInput {
  source: SyncSource
  /**
   * Read all rows created since this ISO instant instead of those changed since
   * the last run. The cursor then stays where it is.
   */
  created_since?: string
}

// The newest moments are left for the next run.
const SETTLING_MS = 5_000

export const reconcileSourceStepId = "reconcile-source"

/**
 * Reads what changed in a source since its cursor, in pages by id inside a
 * frozen window, and moves the cursor only at the end: a crash repeats work and
 * loses none. A row that fails holds up no other: it is named in the failure, and
 * read again by itself, by every run, until it is good; so is one that an event or
 * a backfill failed on. There is nothing to undo, facts are what the source says.
 */
export const reconcileSourceStep = createStep(
  reconcileSourceStepId,
  async ({ source, created_since }: ReconcileSourceInput, { container }) => {
    if (!isSourcePresent(source)) {
      return new StepResponse({ rows: 0 })
    }
    const service = serviceOf(container)
    const startedAt = new Date()
    const { cursor, failed_ids } = await service.sync.startSync(
      source,
      startedAt
    )
    const until = new Date(startedAt.getTime() - SETTLING_MS)
    const window = created_since
      ? { created_at: { $gte: new Date(created_since) } }
      : { updated_at: changedWindow(cursor, until) }
    const failures: RowFailure[] = []
    const elsewhere = new Set(failed_ids)
    const ended = created_since ? null : until
    let rows = 0
    try {
      for await (const page of readPages(container, source, window)) {
        rows += page.ids.length
        failures.push(...page.failures)
        page.ids.forEach((id) => elsewhere.delete(id))
      }
      const again = await readRows(container, source, [...elsewhere])
      failures.push(...again.failures)
    } catch (error) {
      await service.sync.failSync(source, {
        message: errorMessage(error),
        ids: failures.map(({ id }) => id),
        now: new Date(),
      })
      throw error
    }
    const result = { cursor: ended, rowsRead: rows }
    if (failures.length > 0) {
      const message = describeFailures(source, failures)
      const ids = failures.map(({ id }) => id)
      await service.sync.settleSync(source, {
        ...result,
        failure: { message, ids, now: new Date() },
      })
      throw new Error(message)
    }
    await service.sync.finishSync(source, { ...result, now: new Date() })
    return new StepResponse({ rows })
  }
)

function changedWindow(cursor: Date | null, until: Date) {
  return cursor ? { $gte: unreadSince(cursor), $lt: until } : { $lt: until }
}
