import {
  fitResponse,
  marginalAt,
  responseAt,
  type ResponseDay,
  type ResponseFit,
  type ResponseParameters,
} from "./response-fit"

/** Why a curve cannot be used. */
export const CURVE_REFUSALS = [
  "too_few_days",
  "steady_spend",
  "too_few_orders",
  "uncertain",
  "no_orders",
] as const
export type CurveRefusal = (typeof CURVE_REFUSALS)[number]

export interface ResponseCurve {
  days: number
  orders: number
  /** Standard deviation by mean of daily spend. */
  spend_variation: number
  /** The mean of the last 28 days: "today". */
  current_spend: number
  /** Advice is given within 0.5 and 1.5 of what was seen. */
  least_spend: number
  most_spend: number
  order_value: number
  parameters: ResponseParameters | null
  dispersion: number | null
  average_roas: number | null
  /** Revenue of one more unit of spend at today's, with its 95 % profile interval. */
  marginal_roas: number | null
  marginal_roas_lower: number | null
  marginal_roas_upper: number | null
  /** Spend for one more order. */
  marginal_cpa: number | null
}

export interface FittedCurve {
  refusal: CurveRefusal | null
  curve: ResponseCurve
}

// DEFINITIONS, section 7.
export const MIN_CURVE_DAYS = 90
export const MIN_VARIATION = 0.3
export const MAX_UNCERTAINTY = 3
const MIN_ORDERS = 30
const ADVISED = { least: 0.5, most: 1.5 }
const CURRENT_DAYS = 28
const HALF_STEPS = 41
const HALF_SPAN = { low: 0.02, high: 50 }
const CHI_SQUARED_95 = 3.841458820694124

/**
 * What more or less spend of a campaign would bring, by what more and less of it did
 * bring, and whether that is known well enough: 90 days, a daily spend that varies by
 * 0.3 or more, and a marginal return known within a factor of 3.
 *
 * @param days - oldest first, in a row
 * @param orderValue - mean net value of the campaign's orders
 */
export function fitCurve(
  days: readonly ResponseDay[],
  orderValue: number
): FittedCurve {
  const spend = days.map((day) => day.spend)
  const mean = meanOf(spend)
  const spread = Math.sqrt(meanOf(spend.map((value) => (value - mean) ** 2)))
  const weekly = weeklyMeans(spend)
  const current_spend = meanOf(spend.slice(-CURRENT_DAYS))
  const orders = days.reduce((sum, day) => sum + day.orders, 0)
  const base: ResponseCurve = {
    days: days.length,
    orders,
    spend_variation: mean > 0 ? spread / mean : 0,
    current_spend,
    least_spend: ADVISED.least * Math.min(...weekly, current_spend),
    most_spend: ADVISED.most * Math.max(...weekly, current_spend),
    order_value: orderValue,
    parameters: null,
    dispersion: null,
    average_roas: null,
    marginal_roas: null,
    marginal_roas_lower: null,
    marginal_roas_upper: null,
    marginal_cpa: null,
  }
  const fit = days.length ? fitResponse(days) : null
  if (!fit) {
    return {
      refusal: days.length < MIN_CURVE_DAYS ? "too_few_days" : "no_orders",
      curve: base,
    }
  }
  const curve = { ...base, ...figuresOf(fit, days, current_spend, orderValue) }
  return { refusal: refusalOf(curve), curve }
}

function refusalOf(curve: ResponseCurve): CurveRefusal | null {
  if (curve.days < MIN_CURVE_DAYS) {
    return "too_few_days"
  }
  if (curve.spend_variation < MIN_VARIATION) {
    return "steady_spend"
  }
  if (curve.orders < MIN_ORDERS) {
    return "too_few_orders"
  }
  const { marginal_roas_lower: lower, marginal_roas_upper: upper } = curve
  const isKnown =
    lower !== null &&
    upper !== null &&
    lower > 0 &&
    upper <= MAX_UNCERTAINTY * lower
  return isKnown ? null : "uncertain"
}

function figuresOf(
  fit: ResponseFit,
  days: readonly ResponseDay[],
  spend: number,
  orderValue: number
) {
  const marginal = marginalAt(fit.parameters, spend)
  const { lower, upper } = profile(fit, days, spend)
  return {
    parameters: fit.parameters,
    dispersion: fit.dispersion,
    average_roas:
      spend > 0
        ? (responseAt(fit.parameters, spend) * orderValue) / spend
        : null,
    marginal_roas: marginal * orderValue,
    marginal_roas_lower: lower === null ? null : lower * orderValue,
    marginal_roas_upper: upper === null ? null : upper * orderValue,
    marginal_cpa: marginal > 0 ? 1 / marginal : null,
  }
}

/**
 * The marginal responses of every curve that the data do not contradict: those whose
 * deviance is within the chi-squared quantile (times dispersion) of the best.
 */
function profile(
  best: ResponseFit,
  days: readonly ResponseDay[],
  spend: number
): { lower: number | null; upper: number | null } {
  const mean = meanOf(days.map((day) => day.spend))
  const bound = best.deviance + CHI_SQUARED_95 * best.dispersion
  const ratio = Math.log(HALF_SPAN.high / HALF_SPAN.low)
  const marginals = Array.from({ length: HALF_STEPS }, (_, step) =>
    fitResponse(
      days,
      mean * HALF_SPAN.low * Math.exp((ratio * step) / (HALF_STEPS - 1))
    )
  ).flatMap((fit) =>
    fit && fit.deviance <= bound ? marginalAt(fit.parameters, spend) : []
  )
  const all = [...marginals, marginalAt(best.parameters, spend)]
  return { lower: Math.min(...all), upper: Math.max(...all) }
}

/** Mean spend of each whole week: what the campaign has been run at. */
function weeklyMeans(spend: readonly number[]): number[] {
  const weeks = Math.floor(spend.length / 7)
  return Array.from({ length: weeks }, (_, week) =>
    meanOf(spend.slice(week * 7, week * 7 + 7))
  ).filter((value) => value > 0)
}

function meanOf(values: readonly number[]): number {
  return values.length
    ? values.reduce((sum, each) => sum + each, 0) / values.length
    : 0
}
