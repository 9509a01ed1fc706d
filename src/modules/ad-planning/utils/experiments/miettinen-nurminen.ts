import { findRoot } from "./find-root"
import type { Interval } from "../../types/http/experiments"

/** Of `visitors`, how many converted; 0 <= conversions <= visitors. */
export interface Proportion {
  visitors: number
  conversions: number
}

const WIDEST_RATIO = 1e12

/**
 * Score of the hypothesis that both rates are equal, treatment less control: the
 * pooled z, times sqrt((N - 1) / N). Null where neither or everybody converted.
 *
 * @see Miettinen and Nurminen, Statistics in Medicine 4 (1985), 213-226
 */
export function differenceScore(
  control: Proportion,
  treatment: Proportion
): number | null {
  return isDegenerate(control, treatment)
    ? null
    : scoreAt(control, treatment, 0)
}

/**
 * Differences of the rates, treatment less control, that a score of `critical`
 * does not refuse; within [-1, 1]. Both need at least one visitor.
 */
export function differenceInterval(
  control: Proportion,
  treatment: Proportion,
  critical: number
): Interval {
  const observed = rateOf(treatment) - rateOf(control)
  const score = (difference: number) => scoreAt(control, treatment, difference)
  return {
    lower:
      observed <= -1
        ? -1
        : findRoot((difference) => score(difference) - critical, -1, observed),
    upper:
      observed >= 1
        ? 1
        : findRoot((difference) => score(difference) + critical, observed, 1),
  }
}

/**
 * Ratios of the rates, treatment by control, that a score of `critical` does not
 * refuse. The upper bound is null where every large ratio is possible.
 */
export function ratioInterval(
  control: Proportion,
  treatment: Proportion,
  critical: number
): Interval {
  const score = (log: number) => ratioScoreAt(control, treatment, Math.exp(log))
  const widest = Math.log(WIDEST_RATIO)
  const isAbove = (log: number) => score(log) > critical
  const isBelow = (log: number) => score(log) < -critical
  return {
    lower: isAbove(-widest)
      ? Math.exp(findRoot((log) => score(log) - critical, -widest, widest))
      : 0,
    upper: isBelow(widest)
      ? Math.exp(findRoot((log) => score(log) + critical, -widest, widest))
      : null,
  }
}

function scoreAt(
  control: Proportion,
  treatment: Proportion,
  difference: number
): number {
  const [a, b] = likeliestRates(control, treatment, difference)
  const distance = rateOf(treatment) - rateOf(control) - difference
  return standardised(
    distance,
    spread(a, control.visitors) + spread(b, treatment.visitors),
    control.visitors + treatment.visitors
  )
}

/** The rates that are likeliest of those that differ by `difference`. */
function likeliestRates(
  control: Proportion,
  treatment: Proportion,
  difference: number
): [number, number] {
  const { visitors: n1, conversions: x1 } = treatment
  const { visitors: n0, conversions: x0 } = control
  const n = n1 + n0
  const l2 = (n1 + 2 * n0) * difference - n - x1 - x0
  const l1 = (n0 * difference - n - 2 * x0) * difference + x1 + x0
  const l0 = x0 * difference * (1 - difference)
  const third = l2 / (3 * n)
  const q = third ** 3 - (l1 * l2) / (6 * n ** 2) + l0 / (2 * n)
  const root = Math.sqrt(Math.max(0, third ** 2 - l1 / (3 * n)))
  const p = q >= 0 ? root : -root
  const cosine = p === 0 ? 0 : Math.max(-1, Math.min(1, q / p ** 3))
  const angle = (Math.PI + Math.acos(cosine)) / 3
  const low = Math.max(0, -difference)
  const high = Math.min(1, 1 - difference)
  const rate = Math.min(high, Math.max(low, 2 * p * Math.cos(angle) - third))
  return [rate, rate + difference]
}

function ratioScoreAt(
  control: Proportion,
  treatment: Proportion,
  ratio: number
): number {
  const { visitors: n1, conversions: x1 } = treatment
  const { visitors: n0, conversions: x0 } = control
  const a = (n1 + n0) * ratio
  const b = -(n1 * ratio + x1 + n0 + x0 * ratio)
  const c = x1 + x0
  // The smaller root, in the form that loses no digits.
  const inner = Math.sqrt(Math.max(0, b * b - 4 * a * c))
  const rate = Math.min(1, (2 * c) / (-b + inner))
  const variance =
    spread(Math.min(1, rate * ratio), n1) + ratio ** 2 * spread(rate, n0)
  return standardised(
    rateOf(treatment) - ratio * rateOf(control),
    variance,
    n1 + n0
  )
}

function standardised(distance: number, variance: number, n: number): number {
  if (distance === 0) {
    return 0
  }
  return distance / Math.sqrt((variance * n) / (n - 1))
}

function isDegenerate(control: Proportion, treatment: Proportion): boolean {
  const conversions = control.conversions + treatment.conversions
  const visitors = control.visitors + treatment.visitors
  return (
    control.visitors === 0 ||
    treatment.visitors === 0 ||
    visitors < 2 ||
    conversions === 0 ||
    conversions === visitors
  )
}

const rateOf = ({ visitors, conversions }: Proportion) => conversions / visitors

const spread = (rate: number, visitors: number) =>
  (rate * (1 - rate)) / visitors
