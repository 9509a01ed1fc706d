import type { MedusaContainer } from "@medusajs/framework/types"
import { isModulePresent } from "../lib/host-modules"
import { runJob } from "../runners/run-job"
import { refreshAllSegmentsWorkflow } from "../workflows/ad-planning/segments/refresh-all-segments"
import { syncProductsWorkflow } from "../workflows/ad-planning/segments/sync-products"

const NAME = "ad-planning-refresh-segments"

/** Some rules change with time alone; products may have changed unnoticed. */
export default async function refreshSegments(container: MedusaContainer) {
  if (!isModulePresent("person")) {
    return
  }
  await runJob(container, NAME, async () => {
    await syncProductsWorkflow(container).run({ input: {} })
    await refreshAllSegmentsWorkflow(container).run({
      input: { as_of: new Date().toISOString() },
    })
  })
}

export const config = { name: NAME, schedule: "0 3 * * *" }
