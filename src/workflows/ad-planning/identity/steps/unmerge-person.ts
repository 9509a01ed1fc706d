import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { serviceOf } from "../../../../modules/ad-planning/service-of"

export interface UnmergePersonInput {
  /** The person who was merged into another one. */
  from: string
}

export const unmergePersonStepId = "unmerge-person"

/** Takes a merge back; undone by putting the merged links back. */
export const unmergePersonStep = createStep(
  unmergePersonStepId,
  async ({ from }: UnmergePersonInput, { container }) => {
    const changes = await serviceOf(container).corrections.unmergePerson(from)
    return new StepResponse({ links: changes.link_ids.length }, changes)
  },
  async (changes, { container }) => {
    if (changes) {
      await serviceOf(container).identity.restoreIdentityLinks(changes)
    }
  }
)
