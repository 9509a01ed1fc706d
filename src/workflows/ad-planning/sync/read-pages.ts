import type { MedusaContainer } from "@medusajs/framework/types"
import { z } from "@medusajs/framework/zod"
import { errorMessage } from "../../../lib/error-message"
import type { SyncSource } from "../../../modules/ad-planning/types"
import { readGraph } from "../../../sources/graph"
import { type ReadBefore, SOURCE_ADAPTERS } from "./source-adapters"

export interface RowFailure {
  id: string
  reason: string
}

/** What became of some rows of a source. */
export interface ReadRows {
  ids: string[]
  /** How many facts changed. */
  changed: number
  failures: RowFailure[]
}

const MAX_NAMED_FAILURES = 5

const idSchema = z.object({ id: z.string() })

/**
 * Reads a source's rows page by page in the order of their ids, and makes their
 * facts what they say. A row that fails is found and named, and holds up no other.
 *
 * @param window - filters beside the adapter's own
 * @param afterId - only rows with a greater id; null reads all
 * @param before - what has been read before
 * @throws what a page fails with when none of its rows can be written
 */
export async function* readPages(
  container: MedusaContainer,
  source: SyncSource,
  window: Record<string, unknown>,
  afterId: string | null = null,
  before: ReadBefore = {}
): AsyncGenerator<ReadRows> {
  const adapter = SOURCE_ADAPTERS[source]
  const run = runnerOf(container, source, before)
  let lastId = afterId
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
    if (page.length > 0) {
      yield await runPage(
        run,
        page.map((row) => row.id)
      )
    }
    lastId = page.at(-1)?.id ?? null
  } while (page.length === adapter.pageSize)
}

/** Reads some rows of a source one by one, whatever becomes of the others. */
export async function readRows(
  container: MedusaContainer,
  source: SyncSource,
  ids: string[]
): Promise<ReadRows> {
  return await runEach(runnerOf(container, source, {}), ids)
}

export function describeFailures(
  source: SyncSource,
  failures: RowFailure[]
): string {
  const named = failures
    .slice(0, MAX_NAMED_FAILURES)
    .map(({ id, reason }) => `${id}: ${reason}`)
  return `${failures.length} rows of ${source} failed: ${named.join("; ")}`
}

/** Makes the facts of some rows what the rows say; `reason` is why it could not. */
type Runner = (
  ids: string[]
) => Promise<{ changed: number; reason: string | null }>

function runnerOf(
  container: MedusaContainer,
  source: SyncSource,
  before: ReadBefore
): Runner {
  return async (ids) => {
    try {
      const changed = await SOURCE_ADAPTERS[source].run(container, ids, before)
      return { changed, reason: null }
    } catch (error) {
      return { changed: 0, reason: errorMessage(error) }
    }
  }
}

/** Runs a page; when it fails, row by row, to find the rows that are to blame. */
async function runPage(run: Runner, ids: string[]): Promise<ReadRows> {
  const { changed, reason } = await run(ids)
  if (reason === null) {
    return { ids, changed, failures: [] }
  }
  if (ids.length === 1) {
    return { ids, changed, failures: [{ id: ids[0]!, reason }] }
  }
  const rows = await runEach(run, ids)
  if (rows.failures.length === ids.length) {
    // It is not the rows: the database, or our own code.
    throw new Error(reason)
  }
  return rows
}

async function runEach(run: Runner, ids: string[]): Promise<ReadRows> {
  const rows: ReadRows = { ids, changed: 0, failures: [] }
  for (const id of ids) {
    const { changed, reason } = await run([id])
    rows.changed += changed
    if (reason !== null) {
      rows.failures.push({ id, reason })
    }
  }
  return rows
}
