import type { MedusaContainer } from "@medusajs/framework/types"
import { serviceOf } from "../../modules/ad-planning/service-of"
import { aggregateNpsWorkflow } from "../../workflows/ad-planning/scores/aggregate-nps"
import { refreshPersonProfilesWorkflow } from "../../workflows/ad-planning/scores/refresh-person-profiles"
import { SCORE_CALCULATIONS } from "../../workflows/ad-planning/scores/score-calculations"

const SNAPSHOT_DAYS = 60

/**
 * Calculates every score that the plugin has, as its jobs would in the night. The
 * store's own records are not told: each would be an event.
 */
export async function scorePeople(container: MedusaContainer): Promise<void> {
  await refreshPersonProfilesWorkflow(container).run({ input: {} })
  const { nps, engagement, ...others } = SCORE_CALCULATIONS
  const request = { person_ids: null, as_of: new Date() }
  const { scores } = serviceOf(container)
  if (nps && engagement) {
    await scores.calculateNps(request)
    await scores.calculateEngagement(request)
  }
  for (const { run } of Object.values(others)) {
    await run(container, {})
  }
  await aggregateNpsWorkflow(container).run({ input: { days: SNAPSHOT_DAYS } })
}
