import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  SYNC_SOURCES,
  type SyncSource,
} from "../../../../modules/ad-planning/types"
import { parseRange } from "../../../../modules/ad-planning/utils/period/period"
import { serviceOf } from "../../../../modules/ad-planning/service-of"
import { isSourcePresent } from "../source-adapters"

export interface StartBackfillInput {
  /** Without it all that the store has. */
  sources?: SyncSource[]
  /** Rows created before this ISO instant, or date of the store, are left out. */
  from?: string
}

export const startBackfillStepId = "start-backfill"

/**
 * Writes down that everything of some sources is to be read, in the order that
 * suits the facts; undone by forgetting it.
 */
export const startBackfillStep = createStep(
  startBackfillStepId,
  async ({ sources, from }: StartBackfillInput, { container }) => {
    const absent = sources?.find((source) => !isSourcePresent(source))
    if (absent) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `This store does not have the module that source ${absent} is read from`
      )
    }
    const asked = new Set(sources ?? SYNC_SOURCES.filter(isSourcePresent))
    const service = serviceOf(container)
    const { timezone } = service.options
    const id = await service.backfills.startBackfill({
      sources: SYNC_SOURCES.filter((source) => asked.has(source)),
      from: parseRange({ from, timezone }).from ?? null,
      now: new Date(),
    })
    return new StepResponse({ id }, id)
  },
  async (id, { container }) => {
    if (id) {
      await serviceOf(container).deleteAdPlanningBackfillRuns(id)
    }
  }
)
