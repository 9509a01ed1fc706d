import DataLoader from "dataloader"
import type { MedusaContainer } from "@medusajs/framework/types"
import type {
  ExposureMessage,
  ExposureOutcome,
} from "../modules/ad-planning/types"
import type AdPlanningService from "../modules/ad-planning/service"
import { serviceOf } from "../modules/ad-planning/service-of"
import { recordExposuresWorkflow } from "../workflows/ad-planning/experiments/record-exposures"
import { QueueFullError } from "./conversion-queue"

const GATHER_MS = 10
const MAX_MESSAGES = 200

// One for each running application.
const queues = new WeakMap<AdPlanningService, ExposureQueue>()

export function exposureQueueOf(
  container: MedusaContainer,
  maxPending: number
): ExposureQueue {
  const service = serviceOf(container)
  const queue = queues.get(service) ?? new ExposureQueue(container, maxPending)
  queues.set(service, queue)
  return queue
}

/**
 * Commits what browsers say at about the same time in one transaction. A request is
 * answered after its commit. When a commit fails, each message is tried alone once.
 */
class ExposureQueue {
  private pending = 0
  private readonly loader: DataLoader<ExposureMessage[], ExposureOutcome[]>

  constructor(
    private readonly container: MedusaContainer,
    private readonly maxPending: number
  ) {
    this.loader = new DataLoader((batch) => this.commit([...batch]), {
      cache: false,
      maxBatchSize: MAX_MESSAGES,
      batchScheduleFn: (dispatch) => {
        setTimeout(dispatch, GATHER_MS)
      },
    })
  }

  /**
   * What became of each, in order, when all are committed.
   *
   * @throws QueueFullError when too much is waiting; nothing was written
   */
  async submit(messages: ExposureMessage[]): Promise<ExposureOutcome[]> {
    if (this.pending >= this.maxPending) {
      throw new QueueFullError(this.pending)
    }
    this.pending += 1
    try {
      return await this.loader.load(messages)
    } finally {
      this.pending -= 1
    }
  }

  private async commit(
    batch: ExposureMessage[][]
  ): Promise<(ExposureOutcome[] | Error)[]> {
    try {
      return await this.record(batch)
    } catch (error) {
      if (batch.length === 1) {
        throw error
      }
      return await Promise.all(
        batch.map((messages) =>
          this.record([messages]).then(
            ([outcomes]) => outcomes!,
            (reason: Error) => reason
          )
        )
      )
    }
  }

  private async record(
    batch: ExposureMessage[][]
  ): Promise<ExposureOutcome[][]> {
    const { result } = await recordExposuresWorkflow(this.container).run({
      input: {
        exposures: batch.flat(),
        received_at: new Date().toISOString(),
      },
    })
    let next = 0
    return batch.map((messages) =>
      result.outcomes.slice(next, (next += messages.length))
    )
  }
}
