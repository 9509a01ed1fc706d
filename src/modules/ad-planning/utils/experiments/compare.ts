import type { Interval, TestOutcome } from "../../types/http/experiments"
import { sequentialCritical, sequentialP } from "./confidence-sequence"
import {
  normalCritical,
  normalP,
  studentCritical,
  studentP,
} from "./distributions"
import {
  differenceInterval,
  differenceScore,
  type Proportion,
  ratioInterval,
} from "./miettinen-nurminen"
import {
  type Estimate,
  meanDifferenceInterval,
  meanRatioInterval,
  welchDegrees,
  welchScore,
} from "./welch"

/** Two arms in one metric; each knows its test. */
export interface Pair {
  visitors: number
  difference: number
  lift: number | null
  score: number | null
  /** Degrees of freedom of the fixed test; null = normal. */
  degrees: number | null
  differenceAt: (critical: number) => Interval
  ratioAt: (critical: number) => Interval
}

/** Two rates, by Miettinen and Nurminen. Both need at least one visitor. */
export function rates(control: Proportion, treatment: Proportion): Pair {
  const before = control.conversions / control.visitors
  const after = treatment.conversions / treatment.visitors
  return {
    visitors: control.visitors + treatment.visitors,
    difference: after - before,
    lift: before > 0 ? after / before - 1 : null,
    score: differenceScore(control, treatment),
    degrees: null,
    differenceAt: (critical) =>
      differenceInterval(control, treatment, critical),
    ratioAt: (critical) => ratioInterval(control, treatment, critical),
  }
}

/** Two means, by Welch and Fieller. */
export function means(control: Estimate, treatment: Estimate): Pair {
  return {
    visitors: control.visitors + treatment.visitors,
    difference: treatment.mean - control.mean,
    lift: control.mean > 0 ? treatment.mean / control.mean - 1 : null,
    score: welchScore(control, treatment),
    degrees: welchDegrees(control, treatment),
    differenceAt: (critical) =>
      meanDifferenceInterval(control, treatment, critical),
    ratioAt: (critical) => meanRatioInterval(control, treatment, critical),
  }
}

const NOTHING: TestOutcome = {
  p_value: null,
  difference_interval: { lower: null, upper: null },
  lift_interval: { lower: null, upper: null },
}

/** What a test of one look says, at `alpha`. Nothing where nothing varies. */
export function fixedOutcome(pair: Pair, alpha: number): TestOutcome {
  const { score, degrees } = pair
  if (score === null) {
    return NOTHING
  }
  return degrees === null
    ? outcomeOf(pair, normalP(score), normalCritical(alpha))
    : outcomeOf(pair, studentP(score, degrees), studentCritical(alpha, degrees))
}

/** What a sequence of looks says at this one. */
export function sequentialOutcome(
  pair: Pair,
  alpha: number,
  rho2: number
): TestOutcome {
  const { score, visitors } = pair
  return score === null
    ? NOTHING
    : outcomeOf(
        pair,
        sequentialP(score, visitors, rho2),
        sequentialCritical(visitors, alpha, rho2)
      )
}

function outcomeOf(pair: Pair, p_value: number, critical: number): TestOutcome {
  const { lower, upper } = pair.ratioAt(critical)
  const isKnown = pair.lift !== null
  return {
    p_value,
    difference_interval: pair.differenceAt(critical),
    lift_interval: {
      lower: isKnown && lower !== null ? lower - 1 : null,
      upper: isKnown && upper !== null ? upper - 1 : null,
    },
  }
}
