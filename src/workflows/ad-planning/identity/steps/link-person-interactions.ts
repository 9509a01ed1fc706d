import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { isModulePresent } from "../../../../lib/host-modules"
import type { IdentityFact } from "../../../../modules/ad-planning/types"
import { identifyToLink } from "../../../../sources/identify-to-link"
import { readAnalyticsEvents } from "../../../../sources/read-analytics-events"
import { readPeople } from "../../../../sources/read-people"
import { serviceOf } from "../../../../modules/ad-planning/service-of"
import { PERSON_MODULE } from "../../../../sources/person-module"
import { personLinks, personRecord } from "../person-links"

export interface LinkPersonInteractionsInput {
  /** People whose own records are read. */
  person_ids?: string[]
  /** AnalyticsEvent ids; those that identify nobody are passed over. */
  analytics_event_ids?: string[]
}

export const linkPersonInteractionsStepId = "link-person-interactions"

/**
 * Makes the links of some people equal to what their records say, and adds what
 * `identify` events say; undone by putting their former links back.
 */
export const linkPersonInteractionsStep = createStep(
  linkPersonInteractionsStepId,
  async (
    { person_ids = [], analytics_event_ids = [] }: LinkPersonInteractionsInput,
    { container }
  ) => {
    const service = serviceOf(container)
    const { secret } = service.options
    const people = await knownPeople(container, person_ids)
    const identified = await identifiedVisitors(container, analytics_event_ids)
    const changes = await service.identity.syncIdentityLinks(
      [
        ...people.flatMap((person) => personLinks(person, secret)),
        ...identified,
      ],
      people.map((person) => personRecord(person, secret))
    )
    return new StepResponse({ linked: changes.link_ids.length }, changes)
  },
  async (changes, { container }) => {
    if (changes) {
      await serviceOf(container).identity.restoreIdentityLinks(changes)
    }
  }
)

/** Anybody can send an event: it links only a person that there is. */
async function identifiedVisitors(
  container: MedusaContainer,
  eventIds: string[]
): Promise<IdentityFact[]> {
  if (eventIds.length === 0) {
    return []
  }
  const events = await readAnalyticsEvents(container, eventIds)
  const links = events.flatMap((event) => identifyToLink(event) ?? [])
  const people = await knownPeople(container, [
    ...new Set(links.map((link) => link.person_id)),
  ])
  const known = new Set(people.map(({ id }) => id))
  return links.filter((link) => known.has(link.person_id))
}

async function knownPeople(container: MedusaContainer, ids: string[]) {
  return ids.length > 0 && isModulePresent(PERSON_MODULE)
    ? await readPeople(container, ids)
    : []
}
