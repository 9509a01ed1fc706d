import type { MedusaContainer } from "@medusajs/framework/types"
import { reconcileSources } from "../runners/reconcile-sources"
import { runJob } from "../runners/run-job"

const NAME = "ad-planning-reread-recent-orders"
const RECENT_DAYS = 60
const DAY_MS = 86_400_000

/** Payments and refunds do not always touch the order's own row. */
export default async function rereadRecentOrders(container: MedusaContainer) {
  await runJob(container, NAME, () =>
    reconcileSources(container, ["order"], {
      createdSince: new Date(Date.now() - RECENT_DAYS * DAY_MS),
    })
  )
}

export const config = { name: NAME, schedule: "30 1 * * *" }
