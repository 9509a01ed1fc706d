import type { MedusaContainer } from "@medusajs/framework/types"
import { isModulePresent } from "../lib/host-modules"

export const PERSON_MODULE = "person"

/** What we call of the host's person module. */
export interface PersonModule {
  createPeople(
    people: { first_name: string; last_name: string; email: string }[]
  ): Promise<{ id: string; email: string; created_at: Date | string }[]>
  deletePeople(ids: string[]): Promise<void>
}

/** Null where the store keeps no persons. */
export function personModule(container: MedusaContainer): PersonModule | null {
  return isModulePresent(PERSON_MODULE)
    ? container.resolve<PersonModule>(PERSON_MODULE)
    : null
}
