import fc from "fast-check"
import { chances } from "../../../../src/modules/ad-planning/utils/experiments/beta-binomial"
import {
  fixedOutcome,
  means,
  rates,
  sequentialOutcome,
} from "../../../../src/modules/ad-planning/utils/experiments/compare"
import {
  rhoSquared,
  sequentialCritical,
  sequentialP,
} from "../../../../src/modules/ad-planning/utils/experiments/confidence-sequence"
import {
  chiSquaredP,
  normalCritical,
  normalP,
  normalScore,
  studentCritical,
  studentP,
} from "../../../../src/modules/ad-planning/utils/experiments/distributions"
import { holm } from "../../../../src/modules/ad-planning/utils/experiments/holm"
import {
  NO_SUMS,
  orderMean,
  visitorMean,
} from "../../../../src/modules/ad-planning/utils/experiments/metric-sums"
import {
  differenceInterval,
  differenceScore,
  ratioInterval,
} from "../../../../src/modules/ad-planning/utils/experiments/miettinen-nurminen"
import {
  detectableDifference,
  proportionPlan,
  type SizePlan,
  visitorsNeeded,
} from "../../../../src/modules/ad-planning/utils/experiments/sample-size"
import { sampleRatio } from "../../../../src/modules/ad-planning/utils/experiments/sample-ratio"
import { cuped } from "../../../../src/modules/ad-planning/utils/experiments/cuped"

const RHO2 = rhoSquared(0.05)
const arm = (visitors: number, conversions: number) => ({
  visitors,
  conversions,
})

/** 2 * scipy.stats.norm.cdf(-1.96), .t.cdf(-2.3, 7.4), .chi2.sf(10.8, 3); R: qt(.995, 12.7) */
describe("distributions are scipy's and R's", () => {
  it.each([
    [normalP(1.96), 0.04999579029644087],
    [normalP(-6.5), 8.032001167718176e-11],
    [studentP(2.3, 7.4), 0.05302914225287354],
    [normalCritical(0.05), 1.959963984540054],
    [studentCritical(0.01, 12.7), 3.024153930319619],
    [normalScore(0.8), 0.8416212335729143],
    [chiSquaredP(10.8, 3), 0.012858001156297613],
  ])("%d is %d", (ours, theirs) => {
    expect(Math.abs(ours - theirs)).toBeLessThan(1e-14)
  })
})

/**
 * statsmodels.stats.proportion.confint_proportions_2indep(x1, n1, x0, n0,
 * method="score", compare="ratio", correction=True) and
 * test_proportions_2indep(..., value=0, compare="diff", method="score"). Its interval
 * of the difference is not that of its test (statsmodels 0.13); the one here is, the
 * rates that are likeliest at a difference d found by scipy.optimize:
 * ll = lambda p: -(x0*log(p) + (n0-x0)*log(1-p) + x1*log(p+d) + (n1-x1)*log(1-p-d))
 * p = minimize_scalar(ll, bounds=(max(0,-d)+1e-12, min(1,1-d)-1e-12), method="bounded").x
 * z = (x1/n1-x0/n0-d) / sqrt((p*(1-p)/n0 + (p+d)*(1-p-d)/n1) * N/(N-1)), brentq for |z| = 1.96.
 */
describe("Miettinen and Nurminen are statsmodels'", () => {
  it.each([
    [
      arm(4_100, 250),
      arm(4_000, 320),
      3.346674337610821,
      [0.007898234423047669, 0.03025336079497482],
      [1.1186957055846263, 1.5388807879447073],
    ],
    [
      arm(80, 48),
      arm(70, 56),
      2.6413232722941253,
      [0.052829713233255644, 0.3381729400481332],
      [1.0790471195344218, 1.6721453590897675],
    ],
    [
      arm(500, 1),
      arm(500, 5),
      1.6370951355670762,
      null,
      [0.7777452793318117, 32.24489210119935],
    ],
    [
      arm(20, 3),
      arm(10, 10),
      null,
      null,
      [2.7431698040132284, 19.42110334700774],
    ],
  ])("%j and %j", (control, treatment, score, difference, ratio) => {
    const critical = normalCritical(0.05)
    if (score !== null) {
      expect(differenceScore(control, treatment)).toBeCloseTo(score, 10)
    }
    if (difference) {
      const ours = differenceInterval(control, treatment, critical)
      expect(ours.lower).toBeCloseTo(difference[0]!, 8)
      expect(ours.upper).toBeCloseTo(difference[1]!, 8)
    }
    const ours = ratioInterval(control, treatment, critical)
    expect(Math.abs(ours.lower! / ratio[0]! - 1)).toBeLessThan(1e-6)
    expect(Math.abs(ours.upper! / ratio[1]! - 1)).toBeLessThan(1e-6)
  })

  it("says of 0 of 500 and 5 of 500 what case 25 says", () => {
    const pair = rates(arm(500, 0), arm(500, 5))
    const fixed = fixedOutcome(pair, 0.05)
    const sequential = sequentialOutcome(pair, 0.05, RHO2)
    expect(pair.lift).toBeNull()
    expect(fixed.p_value).toBeCloseTo(0.025054714766532364, 12)
    expect(sequential.p_value).toBeCloseTo(0.3448700667962479, 12)
    expect(fixed.lift_interval).toEqual({ lower: null, upper: null })
    // As statsmodels says of the ratio: 1.30595 and more, without a bound.
    const ratio = ratioInterval(arm(500, 0), arm(500, 5), normalCritical(0.05))
    expect(ratio.lower).toBeCloseTo(1.3059539458, 5)
    expect(ratio.upper).toBeNull()
    for (const { difference_interval } of [fixed, sequential]) {
      expect(Number.isFinite(difference_interval.lower)).toBe(true)
      expect(Number.isFinite(difference_interval.upper)).toBe(true)
    }
    expect(fixed.difference_interval.lower).toBeGreaterThan(0)
    expect(sequential.difference_interval.lower).toBeLessThan(0)
  })

  it("agrees with its own test: p < alpha where 0 is outside, for any counts", () => {
    const count = fc.integer({ min: 1, max: 400 })
    fc.assert(
      fc.property(count, count, fc.nat(400), fc.nat(400), (n0, n1, a, b) => {
        const pair = rates(arm(n0, a % (n0 + 1)), arm(n1, b % (n1 + 1)))
        const { p_value, difference_interval } = fixedOutcome(pair, 0.05)
        if (p_value === null || Math.abs(p_value - 0.05) < 1e-6) {
          return
        }
        const { lower, upper } = difference_interval
        expect(lower).toBeLessThanOrEqual(pair.difference)
        expect(upper).toBeGreaterThanOrEqual(pair.difference)
        expect(lower! > 0 || upper! < 0).toBe(p_value < 0.05)
      }),
      { seed: 21 }
    )
  })
})

/** CompareMeans(DescrStatsW(y), DescrStatsW(x)).ttest_ind(usevar="unequal") */
describe("Welch is statsmodels'", () => {
  const before = { ...NO_SUMS, visitors: 10, sum: 132, sum_squares: 4_756 }
  const after = { ...NO_SUMS, visitors: 8, sum: 182.3, sum_squares: 10_319.55 }
  const pair = means(visitorMean(before)!, visitorMean(after)!)

  it("has its t, degrees, p and interval", () => {
    expect(pair.score).toBeCloseTo(0.8001241631156704, 12)
    expect(pair.degrees).toBeCloseTo(11.106388904519507, 10)
    const { p_value, difference_interval } = fixedOutcome(pair, 0.05)
    expect(p_value).toBeCloseTo(0.44041779815661386, 12)
    expect(difference_interval.lower).toBeCloseTo(-16.755048333126133, 9)
    expect(difference_interval.upper).toBeCloseTo(35.93004833312613, 9)
  })

  it("has no bounds of a lift where the control may be 0", () => {
    expect(sequentialOutcome(pair, 0.05, RHO2).lift_interval).toEqual({
      lower: null,
      upper: null,
    })
  })

  it("inverts its test: both bounds of the ratio are exactly as far as allowed", () => {
    const control = { mean: 10, variance: 0.04, visitors: 900 }
    const treatment = { mean: 11, variance: 0.09, visitors: 1_100 }
    const { lower, upper } = means(control, treatment).ratioAt(2)
    for (const ratio of [lower!, upper!]) {
      const distance = Math.abs(treatment.mean - ratio * control.mean)
      const spread = treatment.variance + ratio ** 2 * control.variance
      expect(distance).toBeCloseTo(2 * Math.sqrt(spread), 12)
    }
  })

  it("says nothing of one visitor, of nobody and of figures that are all alike", () => {
    const one = { ...NO_SUMS, visitors: 1, sum: 5, sum_squares: 25 }
    const alike = { ...NO_SUMS, visitors: 9, sum: 45, sum_squares: 225 }
    expect(
      fixedOutcome(means(visitorMean(one)!, visitorMean(before)!), 0.05).p_value
    ).toBeNull()
    expect(
      fixedOutcome(means(visitorMean(alike)!, visitorMean(alike)!), 0.05)
        .p_value
    ).toBeNull()
    expect(visitorMean(NO_SUMS)).toBeNull()
    expect(orderMean(NO_SUMS)).toBeNull()
  })
})

describe("a confidence sequence", () => {
  it("is tuned as the paper says, and its p is the alpha at which its bound is hit", () => {
    expect(RHO2).toBeCloseTo(0.001587230920347513, 15)
    expect(sequentialCritical(1_000, 0.05, RHO2)).toBeCloseTo(
      3.363887725782781,
      12
    )
    for (const alpha of [0.001, 0.01, 0.05, 0.2]) {
      const critical = sequentialCritical(7_000, alpha, RHO2)
      expect(sequentialP(critical, 7_000, RHO2)).toBeCloseTo(alpha, 12)
    }
  })
})

/** statsmodels.stats.multitest.multipletests(method="holm"), scipy.stats.chisquare */
describe("holm and sampleRatio", () => {
  it("adjusts as statsmodels does", () => {
    const adjusted = holm([0.01, 0.04, 0.03, 0.005])
    const theirs = [0.03, 0.06, 0.06, 0.02]
    adjusted.forEach((p, index) => expect(p).toBeCloseTo(theirs[index]!, 12))
    expect(holm([0.02, null])).toEqual([0.04, null])
    expect(holm([])).toEqual([])
  })

  it("tells a broken split as scipy does, and says when it cannot tell", () => {
    expect(sampleRatio([5_200, 4_800], [0.5, 0.5])).toMatchObject({
      status: "mismatch",
      chi2: 16,
      df: 1,
      p_value: expect.closeTo(6.334248366623988e-5, 12),
    })
    expect(sampleRatio([4_010, 2_990, 3_000], [4, 3, 3])).toMatchObject({
      status: "ok",
      df: 2,
    })
    expect(sampleRatio([60, 39], [0.5, 0.5])).toMatchObject({
      status: "insufficient_data",
      observed: 99,
      required: 100,
    })
    // Five are expected of the smallest from 500 on.
    expect(sampleRatio([490, 9], [0.99, 0.01])).toMatchObject({
      status: "insufficient_data",
      required: 500,
    })
  })
})

describe("chances, against scipy.integrate.quad", () => {
  it.each([
    [
      [arm(4_100, 250), arm(4_000, 320)],
      [0.00040794068005994594, 0.999592059319929],
      [0.01902083634152655, 6.048677948650161e-7],
    ],
    [
      [arm(500, 0), arm(500, 5), arm(400, 3)],
      [0.0059232121931374745, 0.6230409395493508, 0.3710358482575112],
      [0.011798183470992039, 0.0018380241084422384, 0.003839966587283094],
    ],
  ])("%j", (arms, best, loss) => {
    chances(arms).forEach((chance, index) => {
      expect(chance.best).toBeCloseTo(best[index]!, 6)
      expect(chance.expected_loss).toBeCloseTo(loss[index]!, 8)
    })
  })
})

describe("sample size", () => {
  const frame = {
    power: 0.8,
    alpha: 0.05,
    control_share: 0.5,
    rho_squared: RHO2,
  }
  const fixed = { ...frame, method: "fixed" as const }

  /** power.prop.test(p1 = .05, p2 = .06, power = .8)$n, and the like, in R 4 */
  it.each([
    [0.05, 0.06, 0.8, 0.05, 8157.73144784964],
    [0.03, 0.0315, 0.9, 0.01, 394194.652653017],
  ])("of %d and %d is R's", (rate, treated, power, alpha, perArm) => {
    const plan = proportionPlan(rate, treated / rate - 1, {
      ...fixed,
      power,
      alpha,
    })
    expect(visitorsNeeded(plan, treated - rate)).toBe(Math.ceil(2 * perArm))
  })

  it("of a sequence is about twice that, and is what is detectable then", () => {
    const plan: SizePlan = {
      ...proportionPlan(0.05, 0.2, fixed),
      method: "sequential",
    }
    const needed = visitorsNeeded(plan, 0.01)!
    expect(needed / 16_316).toBeGreaterThan(1.6)
    expect(needed / 16_316).toBeLessThan(2.4)
    expect(detectableDifference(plan, needed)).toBeLessThanOrEqual(0.01)
    expect(detectableDifference(plan, needed - 2)).toBeGreaterThan(0.01)
  })

  it("is not known where nothing varies, or nothing is looked for", () => {
    expect(visitorsNeeded(proportionPlan(0, 0.1, fixed), 0.01)).toBeNull()
    expect(visitorsNeeded(proportionPlan(0.1, 0, fixed), 0)).toBeNull()
  })
})

describe("cuped", () => {
  /** A plain regression on the same visitors, arm means taken out of both. */
  it("is the slope within arms, unseen visitors at the mean of the seen", () => {
    const arms = [
      { y: [1, 4, 2, 8, 5], x: [1, 3, null, 7, 4] },
      { y: [2, 6, 3, 9, 7, 1], x: [1, 4, 2, null, 6, 1] },
    ]
    const known = arms.flatMap(({ x }) => x.filter((one) => one !== null))
    const mean = known.reduce((all, one) => all + one, 0) / known.length
    const filled = arms.map(({ y, x }) => ({
      y,
      x: x.map((one) => one ?? mean),
    }))
    const centred = filled.map(({ x, y }) => ({
      x: x.map((one) => one - average(x)),
      y: y.map((one) => one - average(y)),
    }))
    const cross = (a: "x" | "y", b: "x" | "y") =>
      centred
        .flatMap((one) => one[a].map((value, at) => value * one[b][at]!))
        .reduce((all, one) => all + one, 0)
    const theta = cross("x", "y") / cross("x", "x")
    const result = cuped(
      arms.map(({ x, y }) => {
        const pairs = x.flatMap((one, at) =>
          one === null ? [] : [[one, y[at]!] as const]
        )
        const sum = (of: (x: number, y: number) => number) =>
          pairs.reduce((all, [a, b]) => all + of(a, b), 0)
        return {
          ...NO_SUMS,
          visitors: y.length,
          sum: y.reduce((all, one) => all + one, 0),
          sum_squares: y.reduce((all, one) => all + one * one, 0),
          seen: pairs.length,
          seen_sum: sum((_, b) => b),
          covariate_sum: sum((a) => a),
          covariate_squares: sum((a) => a * a),
          covariate_cross: sum((a, b) => a * b),
        }
      })
    )!
    expect(result.theta).toBeCloseTo(theta, 12)
    expect(result.variance_reduction).toBeCloseTo(
      cross("x", "y") ** 2 / (cross("x", "x") * cross("y", "y")),
      12
    )
    filled.forEach(({ x, y }, index) => {
      const adjusted = y.map((one, at) => one - theta * (x[at]! - mean))
      const centre = average(adjusted)
      const squares = adjusted.map((one) => (one - centre) ** 2)
      expect(result.estimates[index]!.mean).toBeCloseTo(centre, 12)
      expect(result.estimates[index]!.variance).toBeCloseTo(
        (average(squares) * y.length) / (y.length - 1) / y.length,
        12
      )
    })
  })

  it("is none where nobody was there before", () => {
    expect(cuped([{ ...NO_SUMS, visitors: 9 }])).toBeNull()
  })
})

const average = (values: number[]) =>
  values.reduce((all, one) => all + one, 0) / values.length
