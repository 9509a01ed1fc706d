import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { isModulePresent } from "../../../lib/host-modules"
import { serviceOf } from "../../../modules/ad-planning/service-of"
import { PERSON_MODULE } from "../../../sources/person-module"
import { readPeople } from "../../../sources/read-people"

/** As a message names it. */
export const PERSON_ENTITY = "Person"

/**
 * Refuses a person whom neither the store has nor anything here names.
 *
 * @param orErased - whether somebody who was erased may be asked for
 * @throws MedusaError not_found
 */
export async function rejectUnknownPerson(
  container: MedusaContainer,
  id: string,
  { orErased = false } = {}
): Promise<void> {
  const { is_named, was_erased } =
    await serviceOf(container).erasure.knowsPerson(id)
  const isKnown =
    is_named ||
    (orErased && was_erased) ||
    (isModulePresent(PERSON_MODULE) &&
      (await readPeople(container, [id])).length > 0)
  if (!isKnown) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `${PERSON_ENTITY} with id: ${id} was not found`
    )
  }
}
