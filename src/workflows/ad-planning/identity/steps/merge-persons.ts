import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { isModulePresent } from "../../../../lib/host-modules"
import { readPeople } from "../../../../sources/read-people"
import { serviceOf } from "../../../../modules/ad-planning/service-of"
import { PERSON_MODULE } from "../../../../sources/person-module"

export interface MergePersonsInput {
  /** The person who turned out to be another one. */
  from: string
  into: string
}

export const mergePersonsStepId = "merge-persons"

/** Makes one person another, both of whom there are; undone by their links. */
export const mergePersonsStep = createStep(
  mergePersonsStepId,
  async ({ from, into }: MergePersonsInput, { container }) => {
    if (from === into) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `person ${from} cannot be merged into itself`
      )
    }
    if (isModulePresent(PERSON_MODULE)) {
      const people = await readPeople(container, [from, into])
      const known = new Set(people.map(({ id }) => id))
      const missing = [from, into].find((id) => !known.has(id))
      if (missing) {
        throw new MedusaError(
          MedusaError.Types.NOT_FOUND,
          `Person with id: ${missing} was not found`
        )
      }
    }
    const changes = await serviceOf(container).corrections.mergePersons(
      from,
      into
    )
    return new StepResponse({ links: changes.link_ids.length }, changes)
  },
  async (changes, { container }) => {
    if (changes) {
      await serviceOf(container).identity.restoreIdentityLinks(changes)
    }
  }
)
