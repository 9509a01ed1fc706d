import type { MedusaContainer } from "@medusajs/framework/types"
import { serviceOf } from "../modules/ad-planning/service-of"
import { runJob } from "../runners/run-job"
import { fillForecastActualsWorkflow } from "../workflows/ad-planning/forecasting/fill-forecast-actuals"

const NAME = "ad-planning-fill-forecast-actuals"

/** Puts what happened beside what was forecast; nightly. */
export default async function fillForecastActuals(container: MedusaContainer) {
  await runJob(container, NAME, async () => {
    const { reporting_currency } = serviceOf(container).options
    if (reporting_currency) {
      await fillForecastActualsWorkflow(container).run({
        input: { now: new Date().toISOString(), currency: reporting_currency },
      })
    }
  })
}

export const config = { name: NAME, schedule: "20 4 * * *" }
