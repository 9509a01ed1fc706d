import type { MedusaContainer } from "@medusajs/framework/types"
import { runJob } from "../runners/run-job"
import { updateExperimentResultsWorkflow } from "../workflows/ad-planning/experiments/update-experiment-results"

const NAME = "ad-planning-update-experiment-results"

/** What every experiment says by now, until its figures are final. */
export default async function updateExperimentResults(
  container: MedusaContainer
) {
  await runJob(container, NAME, () =>
    updateExperimentResultsWorkflow(container).run({
      input: { as_of: new Date().toISOString() },
    })
  )
}

export const config = { name: NAME, schedule: "20 * * * *" }
