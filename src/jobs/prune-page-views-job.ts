import type { MedusaContainer } from "@medusajs/framework/types"
import { runJob } from "../runners/run-job"
import { prunePageViewsWorkflow } from "../workflows/ad-planning/journeys/prune-page-views"

const NAME = "ad-planning-prune-page-views"

/** Page views are the bulk of all timelines, and most are of passers-by. */
export default async function prunePageViews(container: MedusaContainer) {
  await runJob(container, NAME, () =>
    prunePageViewsWorkflow(container).run({
      input: { now: new Date().toISOString() },
    })
  )
}

export const config = { name: NAME, schedule: "15 2 * * *" }
