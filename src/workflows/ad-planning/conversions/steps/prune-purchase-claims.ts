import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { serviceOf } from "../../../../modules/ad-planning/service-of"

export interface PrunePurchaseClaimsInput {
  /** Claims older than this ISO instant are forgotten. */
  before: string
}

// Rows of one transaction: it stays short, however many there are.
const CHUNK_SIZE = 1_000

export const prunePurchaseClaimsStepId = "prune-purchase-claims"

/**
 * Forgets old claims whose order never came, in chunks. There is nothing to
 * undo: they are of no use whatever else happens.
 */
export const prunePurchaseClaimsStep = createStep(
  prunePurchaseClaimsStepId,
  async ({ before }: PrunePurchaseClaimsInput, { container }) => {
    const service = serviceOf(container)
    let pruned = 0
    let chunk: number
    do {
      chunk = await service.conversions.pruneUnmetClaims(
        new Date(before),
        CHUNK_SIZE
      )
      pruned += chunk
    } while (chunk === CHUNK_SIZE)
    return new StepResponse({ pruned })
  }
)
