import type { MedusaContainer } from "@medusajs/framework/types"
import { serviceOf } from "../modules/ad-planning/service-of"
import { runJob } from "../runners/run-job"
import { watchBudgetsWorkflow } from "../workflows/ad-planning/forecasting/watch-budgets"

const NAME = "ad-planning-watch-budgets"

/** Looks for anomalies and months off their budget, and fits curves; nightly. */
export default async function watchBudgets(container: MedusaContainer) {
  await runJob(container, NAME, async () => {
    const { reporting_currency } = serviceOf(container).options
    if (reporting_currency) {
      await watchBudgetsWorkflow(container).run({
        input: { now: new Date().toISOString(), currency: reporting_currency },
      })
    }
  })
}

export const config = { name: NAME, schedule: "40 4 * * *" }
