import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { isModulePresent } from "../../../../lib/host-modules"
import { serviceOf } from "../../../../modules/ad-planning/service-of"
import { PERSON_MODULE } from "../../../../sources/person-module"
import { readPeopleMadeSince } from "../../../../sources/read-people"
import { readProfiles } from "../../../../sources/read-profiles"

export const refreshPersonProfilesStepId = "refresh-person-profiles"

/**
 * Reads everybody's record again, page by page: an address or a tag that was deleted
 * tells nobody. There is nothing to undo.
 */
export const refreshPersonProfilesStep = createStep(
  refreshPersonProfilesStepId,
  async (_input: Record<string, never>, { container }) => {
    let changed = 0
    if (isModulePresent(PERSON_MODULE)) {
      const { scores } = serviceOf(container)
      for await (const page of readPeopleMadeSince(container, null)) {
        const facts = await readProfiles(
          container,
          page.map(({ id }) => id)
        )
        const result = await scores.syncProfiles(facts, [])
        changed += result.changed
      }
    }
    return new StepResponse({ changed })
  }
)
