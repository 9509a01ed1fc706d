import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { AppliedResolution } from "../../../../modules/ad-planning/sql/attribution/apply-resolutions"
import {
  FIRST_TOUCH,
  type TouchCursor,
  type TouchFilter,
} from "../../../../modules/ad-planning/sql/attribution/unresolved-tuples"
import type { AttributionCause } from "../../../../modules/ad-planning/types"
import { serviceOf } from "../../../../modules/ad-planning/service-of"
import { answerTuples } from "../answer-tuples"

export interface ResolveTouchesResult {
  processed: number
  resolved: number
  unresolved: number
  by_method: Record<string, number>
}

export interface ResolveTouchesInput extends TouchFilter {
  /** What brings it about, where it is not the rules alone. */
  cause?: AttributionCause
}

export const resolveTouchesStepId = "resolve-touches"

/**
 * Asks the resolution ladder for every touch in scope that claims a campaign
 * and has none, each distinct question once, and re-attributes conversions.
 * Undone by taking away what it gave: it never changes a resolved touch. Its
 * result has the ids of the touches that changed beside the counts.
 */
export const resolveTouchesStep = createStep(
  resolveTouchesStepId,
  async ({ cause, ...filter }: ResolveTouchesInput, { container }) => {
    const { result, applied } = await resolveTouches(container, filter, cause)
    const touch_ids = applied.flatMap((answers) => answers.touch_ids)
    return new StepResponse({ result, touch_ids }, applied)
  },
  async (applied, { container }) => {
    if (applied?.length) {
      await serviceOf(container).resolutions.undoResolutions(applied)
    }
  }
)

async function resolveTouches(
  container: MedusaContainer,
  filter: TouchFilter,
  cause?: AttributionCause
): Promise<{ result: ResolveTouchesResult; applied: AppliedResolution[] }> {
  const service = serviceOf(container)
  const applied: AppliedResolution[] = []
  let processed = 0
  let after: TouchCursor | null = FIRST_TOUCH
  while (after) {
    const { tuples, next } = await service.resolutions.listUnresolvedTuples(
      filter,
      after
    )
    if (tuples.length > 0) {
      const answers = await answerTuples(container, tuples)
      applied.push(
        ...(await service.resolutions.applyResolutions(answers, cause))
      )
    }
    processed += sum(tuples.map(({ touch_ids }) => touch_ids.length))
    after = next
  }
  return { result: summarise(processed, applied), applied }
}

function summarise(
  processed: number,
  applied: AppliedResolution[]
): ResolveTouchesResult {
  const by_method: Record<string, number> = {}
  for (const { method, touch_ids } of applied) {
    if (method !== null) {
      by_method[method] = (by_method[method] ?? 0) + touch_ids.length
    }
  }
  const resolved = sum(Object.values(by_method))
  return { processed, resolved, unresolved: processed - resolved, by_method }
}

function sum(counts: number[]): number {
  return counts.reduce((total, count) => total + count, 0)
}
