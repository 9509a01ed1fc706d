import type { Logger, MedusaContainer } from "@medusajs/framework/types"
import { configManager } from "@medusajs/framework/config"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { continueBackfillWorkflow } from "../workflows/ad-planning/sync/continue-backfill"
import { errorMessage } from "../lib/error-message"
import { runAlone, runJob } from "./run-job"

const JOB = "ad-planning-continue-backfill"

/** Does what is left of a backfill, unless another process does. */
export async function continueBackfill(
  container: MedusaContainer
): Promise<void> {
  await runJob(container, JOB, () => continueBackfillWorkflow(container).run())
}

/** The same where a person asks for it, also in a process that runs no jobs. */
export async function continueBackfillHere(
  container: MedusaContainer
): Promise<void> {
  await runAlone(container, JOB, () =>
    continueBackfillWorkflow(container).run()
  )
}

/**
 * Begins the work of a backfill beside the request that asked for it. A process
 * that runs no jobs leaves it to one that does, which looks every minute.
 */
export function beginBackfill(container: MedusaContainer): void {
  if (configManager.config.projectConfig.workerMode === "server") {
    return
  }
  continueBackfill(container).catch((error: unknown) => {
    container
      .resolve<Logger>(ContainerRegistrationKeys.LOGGER)
      .error(`ad-planning: backfill: ${errorMessage(error)}`)
  })
}
