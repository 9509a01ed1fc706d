import { setTimeout } from "node:timers/promises"
import type { MedusaContainer } from "@medusajs/framework/types"
import type AdPlanningService from "../../../modules/ad-planning/service"
import type { RunningBackfill } from "../../../modules/ad-planning/sql/sync/backfill-runs"
import type { SyncSource } from "../../../modules/ad-planning/types"
import { countGraph } from "../../../sources/graph"
import { serviceOf } from "../../../modules/ad-planning/service-of"
import { describeFailures, readPages, type ReadRows } from "./read-pages"
import {
  isSourcePresent,
  type ReadBefore,
  SOURCE_ADAPTERS,
} from "./source-adapters"

// A page that fails as a whole is tried again after these: a database that
// restarts, a deadlock with somebody else.
const PAUSES_MS = [500, 2_000]

/** Reads what is left of a run, page by page, and notes how far it is. */
export class BackfillReader {
  private readonly service: AdPlanningService
  /** What was read last, and noted. */
  private position: Pick<RunningBackfill, "source" | "after_id">

  constructor(
    private readonly container: MedusaContainer,
    private readonly run: RunningBackfill
  ) {
    this.service = serviceOf(container)
    this.position = run
  }

  /** How many rows the run has to read in all. */
  async count(): Promise<number> {
    let rows = 0
    for (const source of this.run.sources.filter(isSourcePresent)) {
      const { entity, filters } = SOURCE_ADAPTERS[source]
      rows += await countGraph(this.container, {
        entity,
        filters: { ...filters, ...this.window() },
      })
    }
    return rows
  }

  /**
   * Reads everything that is left.
   *
   * @returns false when somebody ended the run, or another process reads it
   * @throws what a page failed with as a whole, every time
   */
  async readAll(): Promise<boolean> {
    const { sources, source: begun } = this.run
    const left =
      begun === null ? sources : sources.slice(sources.indexOf(begun))
    for (const source of left.filter(isSourcePresent)) {
      if (!(await this.readWithPauses(source))) {
        return false
      }
    }
    return true
  }

  private async readWithPauses(source: SyncSource): Promise<boolean> {
    let pauses = [...PAUSES_MS]
    for (;;) {
      const before = this.position
      try {
        return await this.readSource(source)
      } catch (error) {
        pauses = this.position === before ? pauses : [...PAUSES_MS]
        const pause = pauses.shift()
        if (pause === undefined) {
          throw error
        }
        await setTimeout(pause)
      }
    }
  }

  private async readSource(source: SyncSource): Promise<boolean> {
    const { position } = this
    const pages = readPages(
      this.container,
      source,
      this.window(),
      position.source === source ? position.after_id : null,
      this.readBefore(source)
    )
    for await (const page of pages) {
      if (!(await this.note(source, page))) {
        return false
      }
    }
    return true
  }

  private async note(source: SyncSource, page: ReadRows): Promise<boolean> {
    const { ids, changed, failures } = page
    const error = failures.length ? describeFailures(source, failures) : null
    const now = new Date()
    if (error) {
      // So that the source's reconcile tries them again.
      await this.service.sync.failSync(source, {
        message: error,
        ids: failures.map(({ id }) => id),
        now,
      })
    }
    const position = { source, after_id: ids.at(-1)! }
    const isOurs = await this.service.backfills.advanceBackfill(this.run.id, {
      ...position,
      former: this.position,
      rows_read: ids.length,
      rows_written: changed,
      error,
      now,
    })
    this.position = position
    return isOurs
  }

  private readBefore(source: SyncSource): ReadBefore {
    const { sources, from, started_at } = this.run
    const person = sources.indexOf("person")
    const isAfter = person >= 0 && person < sources.indexOf(source)
    return isAfter && from === null ? { people_until: started_at } : {}
  }

  private window(): Record<string, unknown> {
    const { from } = this.run
    return from ? { created_at: { $gte: from } } : {}
  }
}
