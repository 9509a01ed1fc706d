import type { MedusaContainer } from "@medusajs/framework/types"
import { eraseDeletedPersons } from "../runners/erase-deleted-persons"
import { runJob } from "../runners/run-job"

const NAME = "ad-planning-erase-deleted-persons"

/** Whoever is deleted while an event is lost would stay here for ever. */
export default async function eraseDeletedPersonsAtNight(
  container: MedusaContainer
) {
  await runJob(container, NAME, () => eraseDeletedPersons(container))
}

export const config = { name: NAME, schedule: "45 2 * * *" }
