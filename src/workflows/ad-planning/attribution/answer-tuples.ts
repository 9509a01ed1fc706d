import type { MedusaContainer } from "@medusajs/framework/types"
import { isModulePresent } from "../../../lib/host-modules"
import type { UnresolvedTuple } from "../../../modules/ad-planning/capabilities/resolutions"
import type { AskedResolution } from "../../../modules/ad-planning/sql/attribution/apply-resolutions"
import {
  matchCampaign,
  type AdObject,
  type CampaignIndex,
} from "../../../modules/ad-planning/utils/attribution-resolver"
import { readAdObjects } from "../../../sources/read-ads"
import { serviceOf } from "../../../modules/ad-planning/service-of"

/** Asks the resolution ladder for these questions. */
export async function answerTuples(
  container: MedusaContainer,
  tuples: UnresolvedTuple[]
): Promise<AskedResolution[]> {
  const index = await serviceOf(container).resolutions.campaignIndex(
    tuples,
    await adObjectsOf(container, tuples)
  )
  return answersOf(tuples, index)
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
