import type { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"
import { isModulePresent } from "../../lib/host-modules"
import { AD_PLANNING_MODULE } from "../../modules/ad-planning"
import type AdPlanningService from "../../modules/ad-planning/service"

/** As a message names it. */
export const PERSON_ENTITY = "Person"

/**
 * Refuses an id that nobody has: without a touchpoint, and without a record. A
 * store that keeps no persons cannot know who is none.
 *
 * @throws MedusaError not_found
 */
export async function rejectUnknownPerson(
  container: MedusaContainer,
  id: string
): Promise<void> {
  const service = container.resolve<AdPlanningService>(AD_PLANNING_MODULE)
  const [row] = await service.listCustomerJourneys(
    { person_id: id },
    { select: ["id"], take: 1 }
  )
  if (row || !isModulePresent("person")) {
    return
  }
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data: people } = await query.graph({
    entity: "person",
    fields: ["id"],
    filters: { id },
  })
  if (people.length === 0) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `${PERSON_ENTITY} with id: ${id} was not found`
    )
  }
}
