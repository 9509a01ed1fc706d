import type { MedusaContainer } from "@medusajs/framework/types"
import { errorMessage } from "../lib/error-message"
import { isModulePresent } from "../lib/host-modules"
import { serviceOf } from "../modules/ad-planning/service-of"
import type { JourneySource } from "../modules/ad-planning/types"
import { PERSON_MODULE } from "../sources/person-module"
import { syncPersonProfilesWorkflow } from "../workflows/ad-planning/scores/sync-person-profiles"
import { SCORE_CALCULATIONS } from "../workflows/ad-planning/scores/score-calculations"

/** The name under which health shows that it failed: the nightly job makes it good. */
export const RESCORE_JOB = "job:ad-planning-calculate-engagement-scores"

/**
 * Calculates the scores of those anew whom something happened to, once its facts are
 * written. It undoes no fact: a failure is in `GET /admin/ad-planning/health` until
 * the nightly run, and thrown.
 */
export async function rescore(
  container: MedusaContainer,
  source: JourneySource,
  ids: string[]
): Promise<void> {
  if (ids.length === 0 || !isModulePresent(PERSON_MODULE)) {
    return
  }
  const service = serviceOf(container)
  try {
    const person_ids = await service.scores.personsOfSources(
      ids.map((source_id) => ({ source_type: source, source_id }))
    )
    if (person_ids.length === 0) {
      return
    }
    if (source === "order") {
      // Its country, and whether its customer has an account.
      await syncPersonProfilesWorkflow(container).run({ input: { person_ids } })
    }
    for (const { rescored_by, run } of Object.values(SCORE_CALCULATIONS)) {
      if (rescored_by.includes(source)) {
        await run(container, { person_ids })
      }
    }
  } catch (error) {
    const message = `scores after ${source} ${ids.join(", ")}: ${errorMessage(error)}`
    await service.sync.failSync(RESCORE_JOB, {
      message,
      ids: [],
      now: new Date(),
    })
    throw new Error(`ad-planning: ${message}`, { cause: error })
  }
}
