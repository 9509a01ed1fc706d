import type { MedusaContainer } from "@medusajs/framework/types"
import { reconcileSources } from "../runners/reconcile-sources"
import { runJob } from "../runners/run-job"

const NAME = "ad-planning-reconcile-sources"

/**
 * Campaigns before their days, both before the sessions and leads that name
 * them, and sessions before what happened in them.
 */
export default async function reconcileOtherSources(
  container: MedusaContainer
) {
  await runJob(container, NAME, () =>
    reconcileSources(container, [
      "campaign",
      "insight",
      "session",
      "lead",
      "form_response",
      "feedback",
      "social_post",
      "analytics_event",
    ])
  )
}

export const config = { name: NAME, schedule: "*/15 * * * *" }
