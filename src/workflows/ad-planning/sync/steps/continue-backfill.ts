import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { errorMessage } from "../../../../lib/error-message"
import type AdPlanningService from "../../../../modules/ad-planning/service"
import type { RunningBackfill } from "../../../../modules/ad-planning/sql/sync/backfill-runs"
import type { BackfillStatus } from "../../../../modules/ad-planning/types"
import { serviceOf } from "../../../../modules/ad-planning/service-of"
import { BackfillReader } from "../backfill-reader"

export const continueBackfillStepId = "continue-backfill"

/**
 * Goes on with the backfill that is running where it stands: after each page it
 * notes how far it is, so that a crash repeats one page at most. Ends when all is
 * read, when somebody cancels it, or when a page fails as a whole time and again.
 * There is nothing to undo, facts are what the sources say.
 */
export const continueBackfillStep = createStep(
  continueBackfillStepId,
  async (_input: undefined, { container }) => {
    const service = serviceOf(container)
    const run = await service.backfills.runningBackfill()
    if (run) {
      await continueRun(container, service, run)
    }
    return new StepResponse({ id: run?.id ?? null })
  }
)

async function continueRun(
  container: MedusaContainer,
  service: AdPlanningService,
  run: RunningBackfill
): Promise<void> {
  const reader = new BackfillReader(container, run)
  const end = (status: BackfillStatus, error: string | null) =>
    service.backfills.endBackfill(run.id, { status, error, now: new Date() })
  try {
    if (run.rows_total === null) {
      await service.backfills.countBackfill(run.id, await reader.count())
    }
    if (await reader.readAll()) {
      await end("completed", null)
    }
  } catch (error) {
    await end("failed", errorMessage(error))
    throw error
  }
}
