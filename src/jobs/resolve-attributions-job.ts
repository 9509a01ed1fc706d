import type { MedusaContainer } from "@medusajs/framework/types"
import { runJob } from "../runners/run-job"
import { bulkResolveAttributionsWorkflow } from "../workflows/ad-planning/attribution/bulk-resolve-attributions"

const NAME = "ad-planning-resolve-attributions"

/** Tries every unresolved touch again, with the campaigns known by now. */
export default async function resolveAttributions(container: MedusaContainer) {
  await runJob(container, NAME, () =>
    bulkResolveAttributionsWorkflow(container).run({ input: {} })
  )
}

export const config = { name: NAME, schedule: "0 2 * * *" }
