import type { MedusaContainer } from "@medusajs/framework/types"
import { runJob } from "../runners/run-job"
import { retryPendingWorkWorkflow } from "../workflows/ad-planning/sync/retry-pending-work"

const NAME = "ad-planning-retry-pending-work"

/** What failed and belongs to no source: erasures, telling the host, announcing. */
export default async function retryPendingWork(container: MedusaContainer) {
  await runJob(container, NAME, () =>
    retryPendingWorkWorkflow(container).run({ input: {} })
  )
}

export const config = { name: NAME, schedule: "*/5 * * * *" }
