import DataLoader from "dataloader"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { ConversionInput } from "../modules/ad-planning/types"
import { trackConversionWorkflow } from "../workflows/ad-planning/conversions/track-conversion"
import { errorMessage } from "../lib/error-message"

// A commit costs as much as ten requests, however many it writes: those that
// arrive together wait until for a moment none came, and until one of the commits
// before them has ended. With two, requests are read while others are written.
const QUIET_MS = 2
const MAX_GATHER_MS = 25
const MAX_ROWS = 500
const MAX_COMMITS = 2

/** What a conversion is counted as: new, or known by its key before. */
export interface CountedConversion {
  id: string
  is_new: boolean
}

/** More is waiting to be written than may. */
export class QueueFullError extends Error {
  constructor(readonly pending: number) {
    super(`${pending} conversions are waiting to be written`)
  }
}

/**
 * Commits the conversions of requests that arrive together in one transaction,
 * one commit after the other. A request is answered after its commit, so that
 * what was acknowledged is in the table, and a shutdown that waits for open
 * requests loses none.
 */
export class ConversionQueue {
  private pending = 0
  private commits = 0
  private lastArrival = 0
  private readonly waiting: (() => void)[] = []
  private readonly loader: DataLoader<ConversionInput, CountedConversion>

  constructor(
    private readonly container: MedusaContainer,
    private readonly maxPending: number
  ) {
    this.loader = new DataLoader((batch) => this.commit([...batch]), {
      // Every call is a conversion of its own, however alike.
      cache: false,
      maxBatchSize: MAX_ROWS,
      batchScheduleFn: (dispatch) => this.whenQuiet(dispatch),
    })
  }

  /**
   * Resolves when the conversion is committed.
   *
   * @throws QueueFullError when too much is waiting; nothing was written
   * @throws Error with the reason when this one cannot be written
   */
  async submit(input: ConversionInput): Promise<CountedConversion> {
    if (this.pending >= this.maxPending) {
      throw new QueueFullError(this.pending)
    }
    this.pending += 1
    this.lastArrival = performance.now()
    try {
      return await this.loader.load(input)
    } finally {
      this.pending -= 1
    }
  }

  private whenQuiet(dispatch: () => void, since = performance.now()): void {
    setTimeout(() => {
      const now = performance.now()
      const isQuiet = now - this.lastArrival >= QUIET_MS
      if (isQuiet || now - since >= MAX_GATHER_MS) {
        this.whenFree(dispatch)
      } else {
        this.whenQuiet(dispatch, since)
      }
    }, QUIET_MS)
  }

  private whenFree(dispatch: () => void): void {
    if (this.commits < MAX_COMMITS) {
      dispatch()
    } else {
      this.waiting.push(dispatch)
    }
  }

  private async commit(batch: ConversionInput[]) {
    this.commits += 1
    try {
      return await this.track(batch)
    } finally {
      this.commits -= 1
      this.waiting.shift()?.()
    }
  }

  /**
   * Writes a batch; when it fails, each row by itself: what cannot be written fails
   * alone, whatever came together with it.
   */
  private async track(
    batch: ConversionInput[]
  ): Promise<(CountedConversion | Error)[]> {
    try {
      return await this.run(batch)
    } catch {
      const counted: (CountedConversion | Error)[] = []
      for (const input of batch) {
        counted.push(await this.trackAlone(input))
      }
      return counted
    }
  }

  /** A deadlock or a lost connection is gone the second time. */
  private async trackAlone(
    input: ConversionInput,
    isRepeated = false
  ): Promise<CountedConversion | Error> {
    try {
      const [counted] = await this.run([input])
      return counted!
    } catch (error) {
      return isRepeated
        ? new Error(errorMessage(error))
        : await this.trackAlone(input, true)
    }
  }

  private async run(
    batch: ConversionInput[]
  ): Promise<(CountedConversion | Error)[]> {
    const { result } = await trackConversionWorkflow(this.container).run({
      input: { conversions: batch },
    })
    const counted = new Map(
      result.tracked.map((row) => [row.idempotency_key, row])
    )
    const announced = new Set<string>()
    return batch.map(({ idempotency_key: key }) => {
      const row = counted.get(key)
      if (!row) {
        return new Error(`conversion ${key} was neither written nor found`)
      }
      // The same key twice in one batch: the second is the repetition.
      const is_new = row.is_new && !announced.has(key)
      announced.add(key)
      return { id: row.id, is_new }
    })
  }
}
