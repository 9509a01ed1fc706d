import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { errorMessage } from "../lib/error-message"
import { serviceOf } from "../modules/ad-planning/service-of"
import type { ScoreType } from "../modules/ad-planning/types"
import { runAlone } from "./run-job"

/** How a calculation for everybody stands. */
export interface ScoreRun {
  type: ScoreType
  status: "none" | "running" | "completed" | "failed"
  started_at: Date | null
  finished_at: Date | null
  /** People whose score is of this run. */
  scored: number
  error: string | null
}

/**
 * Begins a calculation for everybody and comes back at once; while one of the type
 * runs, that one goes on. A failure is in the run's state, in
 * `GET /admin/ad-planning/health`, and logged once.
 */
export async function startScoreRun(
  container: MedusaContainer,
  type: ScoreType,
  work: () => Promise<unknown>
): Promise<ScoreRun> {
  const started_at = new Date()
  void runAlone(container, nameOf(type), work).catch((error: unknown) =>
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(`ad-planning: scores of ${type}: ${errorMessage(error)}`)
  )
  return {
    type,
    status: "running",
    started_at,
    finished_at: null,
    scored: 0,
    error: null,
  }
}

/** The last run of a type that somebody asked for. */
export async function readScoreRun(
  container: MedusaContainer,
  type: ScoreType
): Promise<ScoreRun> {
  const service = serviceOf(container)
  const [state] = await service.listAdPlanningSyncCursors({
    name: `job:${nameOf(type)}`,
  })
  const started_at = instantOf(state?.last_started_at)
  if (!started_at) {
    const nothing = { started_at: null, finished_at: null, error: null }
    return { type, status: "none", ...nothing, scored: 0 }
  }
  const succeeded = instantOf(state?.last_succeeded_at)
  const failed = instantOf(state?.last_error_at)
  const isFailed = failed !== null && failed >= started_at
  const isDone = succeeded !== null && succeeded >= started_at
  const [, scored] = await service.listAndCountCustomerScores(
    { score_type: type, updated_at: { $gte: started_at } },
    { select: ["id"], take: 1 }
  )
  return {
    type,
    status: isFailed ? "failed" : isDone ? "completed" : "running",
    started_at,
    finished_at: isFailed ? failed : isDone ? succeeded : null,
    scored,
    error: isFailed ? (state?.last_error ?? null) : null,
  }
}

function nameOf(type: ScoreType): string {
  return `ad-planning-scores-of-${type.replaceAll("_", "-")}`
}

function instantOf(value: Date | string | null | undefined): Date | null {
  return value ? new Date(value) : null
}
