import type { MedusaContainer } from "@medusajs/framework/types"
import { runJob } from "../runners/run-job"
import { calculateEngagementScoresWorkflow } from "../workflows/ad-planning/scores/calculate-engagement-scores"
import { refreshPersonProfilesWorkflow } from "../workflows/ad-planning/scores/refresh-person-profiles"

const NAME = "ad-planning-calculate-engagement-scores"

/** Everybody's engagement, after everybody's profile. */
export default async function calculateEngagementScores(
  container: MedusaContainer
) {
  await runJob(container, NAME, async () => {
    await refreshPersonProfilesWorkflow(container).run({ input: {} })
    await calculateEngagementScoresWorkflow(container).run({ input: {} })
  })
}

export const config = { name: NAME, schedule: "0 4 * * *" }
