import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { isModulePresent } from "../../../../lib/host-modules"
import type { UnresolvedTuple } from "../../../../modules/ad-planning/capabilities/resolutions"
import type { AppliedResolution } from "../../../../modules/ad-planning/sql/apply-resolutions"
import type { TouchFilter } from "../../../../modules/ad-planning/sql/unresolved-tuples"
import {
  matchCampaign,
  type AdObject,
} from "../../../../modules/ad-planning/utils/attribution-resolver"
import { readAdObjects } from "../../sources/read-ads"
import { serviceOf } from "../../sources/service-of"

// Distinct questions answered by one statement.
const PAGE_SIZE = 1_000

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
  let afterKey = ""
  let page: UnresolvedTuple[]
  do {
    page = await service.listUnresolvedTuples(filter, afterKey, PAGE_SIZE)
    if (page.length === 0) {
      break
    }
    const index = await service.campaignIndex(
      page,
      await adObjectsOf(container, page)
    )
    const answers = page.map((tuple) => ({
      resolution_key: tuple.resolution_key,
      ...matchCampaign(tuple, index),
    }))
    applied.push(...(await service.applyResolutions(answers, filter)))
    processed += page.reduce((sum, tuple) => sum + tuple.touches, 0)
    afterKey = page.at(-1)!.resolution_key
  } while (page.length === PAGE_SIZE)
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
  const resolved = Object.values(by_method).reduce((a, b) => a + b, 0)
  return { processed, resolved, unresolved: processed - resolved, by_method }
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
