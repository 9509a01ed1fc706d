import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { serviceOf } from "../../../../modules/ad-planning/service-of"

export interface PrunePageViewsInput {
  /** When it is, as an ISO instant. */
  now: string
}

const DAY_MS = 86_400_000

// Rows of one transaction: it stays short, however many there are.
const CHUNK_SIZE = 10_000

export const prunePageViewsStepId = "prune-page-views"

/**
 * Forgets page views of unknown visitors that are older than the option
 * `retention.page_view_days`, in chunks. There is nothing to undo: their time is
 * over whatever else happens.
 */
export const prunePageViewsStep = createStep(
  prunePageViewsStepId,
  async ({ now }: PrunePageViewsInput, { container }) => {
    const service = serviceOf(container)
    const { page_view_days } = service.options.retention
    const before = new Date(Date.parse(now) - page_view_days * DAY_MS)
    let pruned = 0
    let chunk: number
    do {
      chunk = await service.journeys.prunePageViews(before, CHUNK_SIZE)
      pruned += chunk
    } while (chunk === CHUNK_SIZE)
    return new StepResponse({ pruned })
  }
)
