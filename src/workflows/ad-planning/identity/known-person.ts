import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { isModulePresent } from "../../../lib/host-modules"
import { readPeople } from "../../../sources/read-people"
import { serviceOf } from "../../../modules/ad-planning/service-of"
import { PERSON_MODULE } from "../../../sources/person-module"

/**
 * Refuses a person whom neither the store has nor anything here names.
 *
 * @throws MedusaError not_found
 */
export async function rejectUnknownPerson(
  container: MedusaContainer,
  id: string
): Promise<void> {
  const isKnown =
    (await serviceOf(container).erasure.knowsPerson(id)) ||
    (isModulePresent(PERSON_MODULE) &&
      (await readPeople(container, [id])).length > 0)
  if (!isKnown) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Person with id: ${id} was not found`
    )
  }
}
