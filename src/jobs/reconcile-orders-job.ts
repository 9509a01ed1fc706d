import type { MedusaContainer } from "@medusajs/framework/types"
import { reconcileSources } from "../runners/reconcile-sources"
import { runJob } from "../runners/run-job"

const NAME = "ad-planning-reconcile-orders"

/** Orders, and before them the people who may have placed them. */
export default async function reconcileOrders(container: MedusaContainer) {
  await runJob(container, NAME, () =>
    reconcileSources(container, ["person", "order"])
  )
}

export const config = { name: NAME, schedule: "* * * * *" }
