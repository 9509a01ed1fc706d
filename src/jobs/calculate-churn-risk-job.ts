import type { MedusaContainer } from "@medusajs/framework/types"
import { runJob } from "../runners/run-job"
import { calculateChurnRiskWorkflow } from "../workflows/ad-planning/scores/calculate-churn-risk"
import { calculateClvWorkflow } from "../workflows/ad-planning/scores/calculate-clv"

const NAME = "ad-planning-calculate-churn-risk"

/** Lifetime value and then churn risk of everybody, weekly. */
export default async function calculateChurnRisk(container: MedusaContainer) {
  await runJob(container, NAME, async () => {
    await calculateClvWorkflow(container).run({ input: {} })
    await calculateChurnRiskWorkflow(container).run({ input: {} })
  })
}

export const config = { name: NAME, schedule: "0 5 * * 1" }
