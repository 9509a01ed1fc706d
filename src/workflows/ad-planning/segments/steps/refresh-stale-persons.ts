import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { serviceOf } from "../../../../modules/ad-planning/service-of"
import { announceMembers } from "../announce-members"

export interface RefreshStalePersonsInput {
  /** ISO instant. */
  as_of: string
  /** How many people at most. */
  limit: number
}

export const refreshStalePersonsStepId = "refresh-stale-persons"

/**
 * Looks again at people whose facts changed, in every segment. There is nothing to
 * undo: who is in which segment is what the facts say now.
 */
export const refreshStalePersonsStep = createStep(
  refreshStalePersonsStepId,
  async ({ as_of, limit }: RefreshStalePersonsInput, { container }) => {
    const { persons, changes } = await serviceOf(
      container
    ).segments.refreshStale(limit, new Date(as_of))
    const moved = changes.filter(
      ({ entered, left }) => entered.length + left.length > 0
    )
    for (const { segment_id, entered, left } of moved) {
      await announceMembers(
        container,
        segment_id,
        entered,
        left.map((row) => row.person_id)
      )
    }
    return new StepResponse({
      persons,
      segment_ids: moved.map(({ segment_id }) => segment_id),
    })
  }
)
