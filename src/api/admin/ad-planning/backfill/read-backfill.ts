import type AdPlanningService from "../../../../modules/ad-planning/service"
import {
  backfillProgress,
  type BackfillCounts,
} from "../../../../modules/ad-planning/utils/sync/progress"
import { BACKFILL_FIELDS } from "./query-config"

/**
 * One run as its routes answer it.
 *
 * @throws MedusaError not_found
 */
export async function readBackfill(service: AdPlanningService, id: string) {
  const run = await service.retrieveAdPlanningBackfillRun(id, {
    select: [...BACKFILL_FIELDS],
  })
  return withProgress(run)
}

/** A run with how fast it is, and how long it will take. */
export function withProgress<Run extends BackfillCounts>(run: Run) {
  return { ...run, ...backfillProgress(run, new Date()) }
}
