import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { serviceOf } from "../../../../modules/ad-planning/service-of"
import { npsSnapshot } from "../../../../modules/ad-planning/utils/scores/nps-report"
import { trailingDays } from "../../../../modules/ad-planning/utils/scores/trailing-days"

export interface SaveNpsSnapshotsInput {
  /** ISO instant; now without it. */
  as_of?: string
  /** Complete days before it, the newest last. @default 1 */
  days?: number
}

export const saveNpsSnapshotsStepId = "save-nps-snapshots"

/**
 * Writes the NPS of the last complete days, each of its trailing window, of the store
 * and of each segment. There is nothing to undo: they are a function of the answers.
 */
export const saveNpsSnapshotsStep = createStep(
  saveNpsSnapshotsStepId,
  async ({ as_of, days = 1 }: SaveNpsSnapshotsInput, { container }) => {
    const { nps, options } = serviceOf(container)
    const { window_days } = options.nps
    const asOf = as_of ? new Date(as_of) : new Date()
    const periods = trailingDays(asOf, options.timezone, days, window_days)
    const request = { periods, filters: {} }
    const rows = [
      ...(await nps.counts(request)),
      ...(await nps.counts({ ...request, by_segment: true })),
    ]
    const changed = await nps.saveSnapshots(
      rows.map((row) =>
        npsSnapshot(row, periods[row.period_index]!.to_date, window_days)
      )
    )
    return new StepResponse({ days: periods.length, changed })
  }
)
