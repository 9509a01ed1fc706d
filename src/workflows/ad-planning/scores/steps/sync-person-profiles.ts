import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { isModulePresent } from "../../../../lib/host-modules"
import { serviceOf } from "../../../../modules/ad-planning/service-of"
import { PERSON_MODULE } from "../../../../sources/person-module"
import { readProfiles } from "../../../../sources/read-profiles"

export interface SyncPersonProfilesInput {
  person_ids: string[]
}

export const syncPersonProfilesStepId = "sync-person-profiles"

/**
 * Makes the profiles of some people what the store's records say. There is nothing
 * to undo: they are true whatever becomes of the run, and read again every night.
 */
export const syncPersonProfilesStep = createStep(
  syncPersonProfilesStepId,
  async ({ person_ids }: SyncPersonProfilesInput, { container }) => {
    if (person_ids.length === 0 || !isModulePresent(PERSON_MODULE)) {
      return new StepResponse({ new_ids: [], changed: 0 })
    }
    const facts = await readProfiles(container, person_ids)
    const known = new Set(facts.map((fact) => fact.person_id))
    const result = await serviceOf(container).scores.syncProfiles(
      facts,
      person_ids.filter((id) => !known.has(id))
    )
    return new StepResponse(result)
  }
)
