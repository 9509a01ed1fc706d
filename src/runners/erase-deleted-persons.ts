import type { MedusaContainer } from "@medusajs/framework/types"
import { AD_PLANNING_MODULE } from "../modules/ad-planning"
import type AdPlanningService from "../modules/ad-planning/service"
import { erasePersonWorkflow } from "../workflows/ad-planning/identity/erase-person"
import { PERSON_MODULE } from "../sources/person-module"
import { readPeople } from "../sources/read-people"
import { isModulePresent } from "../lib/host-modules"

const PAGE_SIZE = 1_000

// More at once is no few missed events but a store whose persons are not there: a
// wrong database, another module. Erasing cannot be undone.
const MAX_SHARE = 0.1
const ALWAYS_BELIEVED = 10

/**
 * Erases persons whom something here names and whom the store does not have: what
 * events of deleted persons were missed is made good.
 *
 * @throws Error when they are too many to be believed
 */
export async function eraseDeletedPersons(
  container: MedusaContainer
): Promise<void> {
  const person_ids = isModulePresent(PERSON_MODULE)
    ? await findDeletedPersons(container)
    : []
  if (person_ids.length > 0) {
    await erasePersonWorkflow(container).run({
      input: { person_ids, reason: "person_deleted" },
    })
  }
}

async function findDeletedPersons(
  container: MedusaContainer
): Promise<string[]> {
  const service = container.resolve<AdPlanningService>(AD_PLANNING_MODULE)
  const missing: string[] = []
  let known = 0
  let page: string[]
  let lastId = ""
  do {
    page = await service.erasure.listLinkedPersons(lastId, PAGE_SIZE)
    const people = page.length > 0 ? await readPeople(container, page) : []
    const present = new Set(people.map(({ id }) => id))
    missing.push(...page.filter((id) => !present.has(id)))
    known += page.length
    lastId = page.at(-1) ?? lastId
  } while (page.length === PAGE_SIZE)
  if (missing.length > Math.max(ALWAYS_BELIEVED, MAX_SHARE * known)) {
    throw new Error(
      `${missing.length} of ${known} persons are not in the store: too many to erase them without being asked`
    )
  }
  return missing
}
