import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { isModulePresent } from "../../../../lib/host-modules"
import type { UnresolvedTuple } from "../../../../modules/ad-planning/capabilities/touches"
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
 * Undone by taking away what it gave: it never changes a resolved touch.
 */
export const resolveTouchesStep = createStep(
  resolveTouchesStepId,
  async (filter: TouchFilter, { container }) => {
    const startedAt = new Date()
    const result = await resolveTouches(container, filter)
    return new StepResponse(result, { filter, since: startedAt.toISOString() })
  },
  async (undo, { container }) => {
    if (undo) {
      await serviceOf(container).unresolveSince(
        undo.filter,
        new Date(undo.since)
      )
    }
  }
)

async function resolveTouches(
  container: MedusaContainer,
  filter: TouchFilter
): Promise<ResolveTouchesResult> {
  const service = serviceOf(container)
  const by_method: Record<string, number> = {}
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
    const written = await service.applyResolutions(answers, filter)
    for (const { method, touches } of written) {
      if (method !== "unresolved") {
        by_method[method] = (by_method[method] ?? 0) + touches
      }
    }
    processed += page.reduce((sum, tuple) => sum + tuple.touches, 0)
    afterKey = page.at(-1)!.resolution_key
  } while (page.length === PAGE_SIZE)
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
