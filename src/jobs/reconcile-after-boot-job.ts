import type { MedusaContainer } from "@medusajs/framework/types"
import { reconcileSources } from "../runners/reconcile-sources"
import { runJob } from "../runners/run-job"

const AFTER_BOOT_MS = 2_000

// The same lock as the job that runs every minute: the two never overlap.
const LOCK_NAME = "ad-planning-reconcile-orders"

/** Makes good right after a start what a crash left behind. */
export default async function reconcileAfterBoot(container: MedusaContainer) {
  await runJob(container, LOCK_NAME, () =>
    reconcileSources(container, ["person", "order"])
  )
}

export const config = {
  name: "ad-planning-reconcile-after-boot",
  schedule: { interval: AFTER_BOOT_MS, numberOfExecutions: 1 },
}
