import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { AD_PLANNING_MODULE } from "../../../../modules/ad-planning"
import type AdPlanningService from "../../../../modules/ad-planning/service"
import {
  PENDING_WORK,
  pendingState,
  type PixelOutcome,
  PIXEL_OUTCOMES,
  SYNC_SOURCES,
} from "../../../../modules/ad-planning/types"
import { isSourcePresent } from "../../../../workflows/ad-planning/sync/source-adapters"
import { sentimentOf } from "./sentiment-of"

const JOB_PREFIX = "job:"
const SECOND_MS = 1_000
const HOUR_MS = 3_600_000
const NOT_REFUSED: PixelOutcome[] = ["accepted", "duplicate"]

/** Where each source and job stands, and what failed last. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const service = req.scope.resolve<AdPlanningService>(AD_PLANNING_MODULE)
  const states = await service.listAdPlanningSyncCursors({}, { take: 100 })
  const now = Date.now()
  const byName = new Map(states.map((state) => [state.name, state]))
  res.json({
    health: {
      as_of: new Date(now).toISOString(),
      settings: settingsOf(service),
      pixel: await pixelOf(service, now),
      sentiment: await sentimentOf(service, now),
      sources: SYNC_SOURCES.map((source) => {
        const state = byName.get(source)
        return {
          source,
          is_present: isSourcePresent(source),
          cursor: state?.cursor ?? null,
          lag_seconds: state?.cursor
            ? Math.round((now - new Date(state.cursor).getTime()) / SECOND_MS)
            : null,
          rows_read: Number(state?.rows_read ?? 0),
          last_succeeded_at: state?.last_succeeded_at ?? null,
          last_error: state?.last_error ?? null,
          last_error_at: state?.last_error_at ?? null,
          failed_ids: state?.failed_ids ?? [],
        }
      }),
      pending: PENDING_WORK.map((work) => {
        const state = byName.get(pendingState(work))
        return {
          work,
          failed_ids: state?.failed_ids ?? [],
          last_error: state?.last_error ?? null,
          last_error_at: state?.last_error_at ?? null,
        }
      }),
      jobs: states
        .filter((state) => state.name.startsWith(JOB_PREFIX))
        .map((state) => ({
          name: state.name.slice(JOB_PREFIX.length),
          last_started_at: state.last_started_at,
          last_succeeded_at: state.last_succeeded_at,
          last_error: state.last_error,
          last_error_at: state.last_error_at,
        })),
    },
  })
}

/** Calls of the public endpoint in this hour and the one before. */
async function pixelOf(service: AdPlanningService, now: number) {
  const since = new Date(now - (now % HOUR_MS) - HOUR_MS)
  const counts = await service.pixel.pixelCountsSince(since)
  const callsOf = (asked: PixelOutcome) =>
    counts.find(({ outcome }) => outcome === asked)?.calls ?? 0
  return {
    since: since.toISOString(),
    accepted: callsOf("accepted"),
    duplicate: callsOf("duplicate"),
    refused: Object.fromEntries(
      PIXEL_OUTCOMES.filter((outcome) => !NOT_REFUSED.includes(outcome)).map(
        (outcome) => [outcome, callsOf(outcome)]
      )
    ),
  }
}

/** What a page needs to know of the options: none of them is a secret. */
function settingsOf({ options }: AdPlanningService) {
  return {
    timezone: options.timezone,
    reporting_currency: options.reporting_currency ?? null,
    revenue_basis: options.revenue_basis,
    count_when: options.count_when,
    lookback_days: options.attribution.lookback_days,
  }
}
