/** What a risk is told from, in the order of a model's rows. */
export const CHURN_FEATURE_NAMES = [
  "log_recency",
  "log_purchase_days",
  "log_tenure",
  "log_mean_gap",
  "recency_by_gap",
  "one_time",
  "log_net",
  "days_last_30",
  "engagement",
  "former_engagement",
  "last_rating",
  "has_rating",
  "refund_share",
  "sentiment",
  "has_sentiment",
] as const
export type ChurnFeature = (typeof CHURN_FEATURE_NAMES)[number]

/** Nobody is at risk below it, however calm the others are. */
export const MIN_AT_RISK_LINE = 50
/** Who fell as far below the line is not at risk any more. */
export const AT_RISK_HYSTERESIS = 10
/** Silent for more than as many of the own gaps: lost, when the risk says so, too. */
export const LOST_SILENCE = 3
export const LOST_RISK = 90
/** Days of a store in which nobody bought twice. */
export const DEFAULT_CADENCE_DAYS = 90

/**
 * The risk where there is too little to fit a model: 50 when somebody is silent for
 * twice their cadence, and nearer to 100 with every further day.
 *
 * @param silenceDays - days since the last purchase day, >= 0
 * @param cadenceDays - usual days between two of them, > 0
 * @returns 0 to below 100
 * @throws RangeError for a value that is outside
 * @example
 * fallbackRisk(60, 30) // 50
 */
export function fallbackRisk(silenceDays: number, cadenceDays: number): number {
  if (!(silenceDays >= 0) || !(cadenceDays > 0)) {
    throw new RangeError(
      `silence must be >= 0 and cadence > 0, got ${silenceDays} and ${cadenceDays}`
    )
  }
  return (100 * silenceDays) / (silenceDays + 2 * cadenceDays)
}

/**
 * Whether somebody is lost rather than at risk.
 *
 * @param risk - 0 to 100; null with the fallback, where silence alone decides
 */
export function isLost(
  silenceDays: number,
  cadenceDays: number,
  risk: number | null
): boolean {
  return (
    silenceDays > LOST_SILENCE * cadenceDays &&
    (risk === null || risk >= LOST_RISK)
  )
}

/** Whether somebody is at risk: over the line, or was and is not 10 below it. */
export function isAtRisk(risk: number, line: number, was: boolean): boolean {
  return risk >= line || (was && risk >= line - AT_RISK_HYSTERESIS)
}
