import type { MedusaContainer } from "@medusajs/framework/types"
import { reconcileSources } from "../lib/reconcile-sources"
import { runJob } from "../lib/run-job"

const NAME = "ad-planning-reconcile-sources"

/** Campaigns before their days, both before the sessions that name them. */
export default async function reconcileOtherSources(
  container: MedusaContainer
) {
  await runJob(container, NAME, () =>
    reconcileSources(container, ["campaign", "insight", "session"])
  )
}

export const config = { name: NAME, schedule: "*/15 * * * *" }
