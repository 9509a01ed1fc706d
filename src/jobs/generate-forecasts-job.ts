import type { MedusaContainer } from "@medusajs/framework/types"
import { serviceOf } from "../modules/ad-planning/service-of"
import { runJob } from "../runners/run-job"
import { generateBudgetForecastWorkflow } from "../workflows/ad-planning/forecasting/generate-budget-forecast"

const NAME = "ad-planning-generate-forecasts"
// Two months: the running one and the next.
const HORIZON_DAYS = 60

/** Forecasts what active campaigns will cost and bring; Sundays. */
export default async function generateForecasts(container: MedusaContainer) {
  await runJob(container, NAME, async () => {
    const { reporting_currency } = serviceOf(container).options
    if (reporting_currency) {
      await generateBudgetForecastWorkflow(container).run({
        input: {
          horizon_days: HORIZON_DAYS,
          as_of: new Date().toISOString(),
          currency: reporting_currency,
        },
      })
    }
  })
}

export const config = { name: NAME, schedule: "0 5 * * 0" }
