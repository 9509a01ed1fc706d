import type { MedusaContainer } from "@medusajs/framework/types"
import { runJob } from "../runners/run-job"
import { aggregateNpsWorkflow } from "../workflows/ad-planning/scores/aggregate-nps"
import { calculateNpsScoresWorkflow } from "../workflows/ad-planning/scores/calculate-nps-scores"

const NAME = "ad-planning-aggregate-nps"

// A day that no job ran is made good by the next run.
const DAYS = 7

/** Everybody's last answer, and the NPS of the last days. */
export default async function aggregateNps(container: MedusaContainer) {
  await runJob(container, NAME, async () => {
    await calculateNpsScoresWorkflow(container).run({ input: {} })
    await aggregateNpsWorkflow(container).run({ input: { days: DAYS } })
  })
}

export const config = { name: NAME, schedule: "0 5 * * *" }
