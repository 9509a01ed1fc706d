import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { z } from "@medusajs/framework/zod"
import { errorMessage } from "../../../../lib/error-message"
import type { SyncSource } from "../../../../modules/ad-planning/types"
import { readGraph } from "../../sources/graph"
import { serviceOf } from "../../sources/service-of"
import {
  isSourcePresent,
  SOURCE_ADAPTERS,
  type SourceAdapter,
} from "../source-adapters"

export interface ReconcileSourceInput {
  source: SyncSource
  /**
   * Read all rows created since this ISO instant instead of those changed since
   * the last run. The cursor then stays where it is.
   */
  created_since?: string
}

// A transaction may commit after others that began later: the former window is
// read again this far back, and the newest moments are left for the next run.
const OVERLAP_MS = 10 * 60_000
const SETTLING_MS = 5_000

const MAX_NAMED_FAILURES = 5

export const reconcileSourceStepId = "reconcile-source"

/**
 * Reads what changed in a source since its cursor, in pages by id inside a
 * frozen window, and moves the cursor only at the end: a crash repeats work and
 * loses none. A row that fails holds up no other: it is named in the failure,
 * and read again by every run until it is good. There is nothing to undo, facts
 * are what the source says.
 */
export const reconcileSourceStep = createStep(
  reconcileSourceStepId,
  async ({ source, created_since }: ReconcileSourceInput, { container }) => {
    if (!isSourcePresent(source)) {
      return new StepResponse({ rows: 0 })
    }
    const service = serviceOf(container)
    const startedAt = new Date()
    const cursor = await service.startSync(source, startedAt)
    const until = new Date(startedAt.getTime() - SETTLING_MS)
    const window = created_since
      ? { created_at: { $gte: new Date(created_since) } }
      : { updated_at: changedWindow(cursor, until) }
    const failures: RowFailure[] = []
    try {
      const rows = await readWindow(container, source, window, failures)
      if (failures.length > 0) {
        throw new Error(describeFailures(source, failures))
      }
      await service.finishSync(source, {
        cursor: created_since ? null : until,
        rowsRead: rows,
        now: new Date(),
      })
      return new StepResponse({ rows })
    } catch (error) {
      await service.failSync(source, {
        message: errorMessage(error),
        ids: failures.map(({ id }) => id),
        now: new Date(),
      })
      throw error
    }
  }
)

interface RowFailure {
  id: string
  reason: string
}

function changedWindow(cursor: Date | null, until: Date) {
  return cursor
    ? { $gte: new Date(cursor.getTime() - OVERLAP_MS), $lt: until }
    : { $lt: until }
}

const idSchema = z.object({ id: z.string() })

async function readWindow(
  container: MedusaContainer,
  source: SyncSource,
  window: Record<string, unknown>,
  failures: RowFailure[]
): Promise<number> {
  const adapter = SOURCE_ADAPTERS[source]
  let rows = 0
  let lastId: string | null = null
  let page: { id: string }[]
  do {
    page = await readGraph(container, idSchema, {
      entity: adapter.entity,
      fields: ["id"],
      filters: {
        ...adapter.filters,
        ...window,
        ...(lastId ? { id: { $gt: lastId } } : {}),
      },
      pagination: { take: adapter.pageSize, order: { id: "ASC" } },
    })
    const ids = page.map((row) => row.id)
    failures.push(...(await runPage(container, adapter, ids)))
    rows += page.length
    lastId = page.at(-1)?.id ?? null
  } while (page.length === adapter.pageSize)
  return rows
}

/** Runs a page; when it fails, row by row, to find the rows that are to blame. */
async function runPage(
  container: MedusaContainer,
  adapter: SourceAdapter,
  ids: string[]
): Promise<RowFailure[]> {
  if (ids.length === 0) {
    return []
  }
  const failure = await failureOf(() => adapter.run(container, ids))
  if (failure === null) {
    return []
  }
  const failures: RowFailure[] = []
  for (const id of ids) {
    const reason =
      ids.length === 1
        ? failure
        : await failureOf(() => adapter.run(container, [id]))
    if (reason !== null) {
      failures.push({ id, reason })
    }
  }
  if (failures.length === ids.length && ids.length > 1) {
    // It is not the rows: the database, or our own code.
    throw new Error(failure)
  }
  return failures
}

async function failureOf(work: () => Promise<unknown>): Promise<string | null> {
  try {
    await work()
    return null
  } catch (error) {
    return errorMessage(error)
  }
}

function describeFailures(source: SyncSource, failures: RowFailure[]): string {
  const named = failures
    .slice(0, MAX_NAMED_FAILURES)
    .map(({ id, reason }) => `${id}: ${reason}`)
  return `${failures.length} rows of ${source} failed: ${named.join("; ")}`
}
