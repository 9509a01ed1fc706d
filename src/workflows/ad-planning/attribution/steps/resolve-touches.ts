import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { isModulePresent } from "../../../../lib/host-modules"
import type { UnresolvedTuple } from "../../../../modules/ad-planning/capabilities/resolutions"
import type {
  AppliedResolution,
  AskedResolution,
} from "../../../../modules/ad-planning/sql/apply-resolutions"
import {
  FIRST_TOUCH,
  type TouchCursor,
  type TouchFilter,
} from "../../../../modules/ad-planning/sql/unresolved-tuples"
import {
  matchCampaign,
  type AdObject,
  type CampaignIndex,
} from "../../../../modules/ad-planning/utils/attribution-resolver"
import { readAdObjects } from "../../sources/read-ads"
import { serviceOf } from "../../sources/service-of"

export interface ResolveTouchesResult {
  processed: number
  resolved: number
  unresolved: number
  by_method: Record<string, number>
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
  async (filter: TouchFilter, { container }) => {
    const { result, applied } = await resolveTouches(container, filter)
    const touch_ids = applied.flatMap((answers) => answers.touch_ids)
    return new StepResponse({ result, touch_ids }, applied)
  },
  async (applied, { container }) => {
    if (applied?.length) {
      await serviceOf(container).undoResolutions(applied)
    }
  }
)

async function resolveTouches(
  container: MedusaContainer,
  filter: TouchFilter
): Promise<{ result: ResolveTouchesResult; applied: AppliedResolution[] }> {
  const service = serviceOf(container)
  const applied: AppliedResolution[] = []
  let processed = 0
  let after: TouchCursor | null = FIRST_TOUCH
  while (after) {
    const { tuples, next } = await service.listUnresolvedTuples(filter, after)
    if (tuples.length > 0) {
      const index = await service.campaignIndex(
        tuples,
        await adObjectsOf(container, tuples)
      )
      applied.push(
        ...(await service.applyResolutions(answersOf(tuples, index)))
      )
    }
    processed += sum(tuples.map(({ touch_ids }) => touch_ids.length))
    after = next
  }
  return { result: summarise(processed, applied), applied }
}

/** Each distinct question is asked once, each distinct answer written once. */
function answersOf(
  tuples: UnresolvedTuple[],
  index: CampaignIndex
): AskedResolution[] {
  const asked = new Map<string, AskedResolution>()
  for (const { touch_ids, ...tuple } of tuples) {
    const answer = matchCampaign(tuple, index)
    const key = JSON.stringify(Object.values(answer))
    const same = asked.get(key)
    if (same) {
      same.touch_ids.push(...touch_ids)
    } else {
      asked.set(key, { ...answer, touch_ids: [...touch_ids] })
    }
  }
  return [...asked.values()]
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

async function adObjectsOf(
  container: MedusaContainer,
  tuples: UnresolvedTuple[]
): Promise<Map<string, AdObject[]>> {
  const values = tuples.flatMap((tuple) =>
    [
      tuple.utm_content,
      tuple.utm_term,
      tuple.utm_campaign,
      tuple.utm_id,
    ].filter((value) => value !== null)
  )
  return isModulePresent("socials") && values.length
    ? await readAdObjects(container, [...new Set(values)])
    : new Map()
}
