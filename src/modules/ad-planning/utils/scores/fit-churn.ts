import {
  fitLogistic,
  linear,
  logistic,
  type LogisticFit,
} from "./logistic-regression"
import type { Pause } from "./minimize"
import {
  areaUnderCurve,
  brierScore,
  type CalibrationBin,
  calibrationBins,
} from "./prediction-quality"

export interface ChurnSample {
  /** One row of features per buyer, in the order of their names. */
  rows: number[][]
  /** 1 = did not buy within the horizon. */
  labels: number[]
}

export interface ChurnFit {
  intercept: number
  /** On the features as they are, not standardised. */
  coefficients: number[]
  /** Means of the features in training: a factor is the difference from them. */
  means: number[]
  is_converged: boolean
}

export interface ChurnQuality {
  auc: number | null
  /** Of days since the last purchase alone. */
  recency_auc: number | null
  brier: number
  /** Of the training's churn rate for everybody. */
  base_brier: number
  calibration: CalibrationBin[]
  buyers: number
  churn_rate: number
}

/** On standardised features: an effect of 1 costs as much as half a buyer. */
export const RIDGE = 1
const FOLDS = 5
const BINS = 10

/**
 * The probability that somebody will not buy within the horizon, by a ridge logistic
 * regression whose log-odds are calibrated by those of five-fold cross-validation.
 * Folds go by position: rows must come in an order that means nothing.
 */
export async function fitChurn(
  { rows, labels }: ChurnSample,
  pause: Pause
): Promise<ChurnFit> {
  const means = columnMeans(rows)
  const deviations = columnDeviations(rows, means)
  const scaled = rows.map((row) =>
    row.map((value, index) =>
      deviations[index]! > 0 ? (value - means[index]!) / deviations[index]! : 0
    )
  )
  const fit = await fitLogistic(scaled, labels, RIDGE, pause)
  const odds = await outOfFold(scaled, labels, pause)
  const platt = await fitLogistic(
    odds.map((value) => [value]),
    labels,
    RIDGE,
    pause
  )
  const slope = Math.max(platt.coefficients[0]!, 0)
  const coefficients = fit.coefficients.map((value, index) =>
    deviations[index]! > 0 ? (slope * value) / deviations[index]! : 0
  )
  const atMeans = platt.intercept + slope * fit.intercept
  return {
    intercept: atMeans - linear(0, coefficients, means),
    coefficients,
    means,
    is_converged: fit.is_converged && platt.is_converged,
  }
}

/** How well a model foresaw people whom it was not fitted on. */
export function churnQuality(
  { intercept, coefficients }: Pick<ChurnFit, "intercept" | "coefficients">,
  { rows, labels }: ChurnSample,
  recencyIndex: number,
  trainedRate: number
): ChurnQuality {
  const risks = rows.map((row) =>
    logistic(linear(intercept, coefficients, row))
  )
  return {
    auc: areaUnderCurve(risks, labels),
    recency_auc: areaUnderCurve(
      rows.map((row) => row[recencyIndex]!),
      labels
    ),
    brier: brierScore(risks, labels),
    base_brier: brierScore(
      labels.map(() => trainedRate),
      labels
    ),
    calibration: calibrationBins(risks, labels, BINS),
    buyers: rows.length,
    churn_rate: mean(labels),
  }
}

async function outOfFold(
  rows: number[][],
  labels: number[],
  pause: Pause
): Promise<number[]> {
  const fits: LogisticFit[] = []
  for (let fold = 0; fold < FOLDS; fold++) {
    const isIn = (_: unknown, index: number) => index % FOLDS !== fold
    fits.push(
      await fitLogistic(rows.filter(isIn), labels.filter(isIn), RIDGE, pause)
    )
  }
  return rows.map((row, index) => {
    const { intercept, coefficients } = fits[index % FOLDS]!
    return linear(intercept, coefficients, row)
  })
}

export function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function columnMeans(rows: number[][]): number[] {
  return (rows[0] ?? []).map((_, index) => mean(rows.map((row) => row[index]!)))
}

function columnDeviations(rows: number[][], means: number[]): number[] {
  return means.map((centre, index) =>
    Math.sqrt(mean(rows.map((row) => (row[index]! - centre) ** 2)))
  )
}
