import type { MedusaContainer } from "@medusajs/framework/types"
import { isModulePresent } from "../lib/host-modules"
import { runJob } from "../runners/run-job"
import { refreshStalePersonsWorkflow } from "../workflows/ad-planning/segments/refresh-stale-persons"

const NAME = "ad-planning-refresh-stale-persons"
const PERSONS_PER_RUN = 500

/** Whoever bought is in the right segments a minute later. */
export default async function refreshStalePersons(container: MedusaContainer) {
  if (!isModulePresent("person")) {
    return
  }
  await runJob(container, NAME, () =>
    refreshStalePersonsWorkflow(container).run({
      input: { as_of: new Date().toISOString(), limit: PERSONS_PER_RUN },
    })
  )
}

export const config = { name: NAME, schedule: "* * * * *" }
