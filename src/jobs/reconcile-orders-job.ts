import type { MedusaContainer } from "@medusajs/framework/types"
import { reconcileSources } from "../lib/reconcile-sources"
import { runJob } from "../lib/run-job"

const NAME = "ad-planning-reconcile-orders"

/** Orders, and before them the people who may have placed them. */
export default async function reconcileOrders(container: MedusaContainer) {
  await runJob(container, NAME, () =>
    reconcileSources(container, ["person", "order"])
  )
}

export const config = { name: NAME, schedule: "* * * * *" }
