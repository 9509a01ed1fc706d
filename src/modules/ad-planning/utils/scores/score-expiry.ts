import type { ScoreType } from "../../types"

const DAY_MS = 86_400_000

/** Days between two runs of the job of each type. */
export const SCORE_PERIOD_DAYS: Record<ScoreType, number> = {
  nps: 1,
  engagement: 1,
  clv: 7,
  churn_risk: 7,
}

/** Days that changes of scores are kept. */
export const SCORE_HISTORY_DAYS = 400

/** From when on a score is not to be relied on: two periods of its job later. */
export function scoreExpiry(type: ScoreType, asOf: Date): Date {
  return new Date(asOf.getTime() + 2 * SCORE_PERIOD_DAYS[type] * DAY_MS)
}

/** History before this moment goes. */
export function scoreHistoryStart(asOf: Date): Date {
  return new Date(asOf.getTime() - SCORE_HISTORY_DAYS * DAY_MS)
}
