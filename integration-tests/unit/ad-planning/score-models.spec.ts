import { readFileSync } from "node:fs"
import { join } from "node:path"
import { gunzipSync } from "node:zlib"
import { bgNbdLogLikelihood } from "../../../src/modules/ad-planning/utils/scores/bg-nbd"
import {
  bgNbdExpectation,
  pAlive,
} from "../../../src/modules/ad-planning/utils/scores/bg-nbd-expectation"
import { fallbackRisk } from "../../../src/modules/ad-planning/utils/scores/churn-rules"
import {
  fitBgNbd,
  fitNbd,
  fitPurchases,
} from "../../../src/modules/ad-planning/utils/scores/fit-purchases"
import { formulaClv } from "../../../src/modules/ad-planning/utils/scores/formula-clv"
import { fitGammaGamma } from "../../../src/modules/ad-planning/utils/scores/gamma-gamma"
import { fitLogistic } from "../../../src/modules/ad-planning/utils/scores/logistic-regression"
import {
  areaUnderCurve,
  brierScore,
} from "../../../src/modules/ad-planning/utils/scores/prediction-quality"
import type { PurchaseGroup } from "../../../src/modules/ad-planning/utils/scores/purchase-group"

const pause = async () => {}
const paper = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }

// x, t_x, T, n: made up, with a visible dropout.
const GROUPS: PurchaseGroup[] = [
  [0, 0, 8, 120],
  [0, 0, 20, 150],
  [0, 0, 38, 200],
  [1, 3, 20, 30],
  [1, 6, 38, 40],
  [1, 20, 38, 15],
  [2, 10, 38, 30],
  [2, 30, 38, 12],
  [3, 12, 38, 14],
  [4, 8, 20, 9],
  [5, 25, 38, 10],
  [7, 36, 38, 6],
  [12, 37, 38, 3],
  [6, 9, 38, 5],
].map(([repeats, last, age, count]) => ({
  repeats: repeats!,
  last: last!,
  age: age!,
  count: count!,
}))

/** Purchase days of the shop of the demo, by customer, as groups in weeks. */
function realGroups(): PurchaseGroup[] {
  const file = join(__dirname, "../../../data/online-retail/orders.csv.gz")
  const days = new Map<string, Set<number>>()
  for (const line of gunzipSync(readFileSync(file))
    .toString()
    .split("\n")
    .slice(1)) {
    const cells = line.split(",")
    const [invoice = "", at = "", customer] = cells
    if (customer && !/^[CA]/.test(invoice) && Number(cells.at(-1)) > 0) {
      const known = days.get(customer) ?? new Set()
      days.set(customer, known.add(Date.parse(at.slice(0, 10)) / 86_400_000))
    }
  }
  const end = Date.parse("2011-12-09") / 86_400_000
  return [...days.values()].map((known) => {
    const first = Math.min(...known)
    return {
      repeats: known.size - 1,
      last: (Math.max(...known) - first) / 7,
      age: (end - first) / 7,
      count: 1,
    }
  })
}

// References: scipy 1.10 (Nelder-Mead over the published log-likelihoods, xatol
// 1e-11) and mpmath for 2F1; R 4 for glm.
describe("the BG/NBD model", () => {
  it("has the likelihood that scipy computes of 4,338 real buyers", () => {
    const groups = realGroups()
    expect(groups).toHaveLength(4338)
    expect(bgNbdLogLikelihood(groups, paper)).toBeCloseTo(-39305.44034019194, 5)
    expect(
      bgNbdLogLikelihood(groups, { r: 1, alpha: 10, a: 0.5, b: 3 })
    ).toBeCloseTo(-38065.6523732981, 5)
  })

  it("is fitted where scipy finds the maximum", async () => {
    const fit = await fitBgNbd(GROUPS, pause)
    expect(fit.is_converged).toBe(true)
    expect(fit.log_likelihood).toBeCloseTo(-1699.006070962442, 7)
    expect(fit.params.r).toBeCloseTo(0.1679867330262469, 5)
    expect(fit.params.alpha).toBeCloseTo(3.816434320926768, 4)
    expect(fit.params.a / 3.059174082771179).toBeCloseTo(1, 3)
    expect(fit.params.b / 5.844406636001888).toBeCloseTo(1, 3)
  })

  it.each([
    [2, 30.43, 38.86, 39, paper, 1.2260281747671],
    [0, 0, 10, 52, paper, 0.62643750515775],
    [0, 0, 0, 52, paper, 1.4460505953964],
    [26, 30, 38.86, 52, paper, 1.787839219095],
    [5, 20, 50, 52, { r: 0.8, alpha: 8, a: 1.7, b: 3.1 }, 0.19866366055508],
    [150, 100, 104, 52, { r: 1.2, alpha: 2, a: 0.3, b: 6 }, 42.267966851456],
    [1, 3, 12, 52, { r: 0.5, alpha: 6, a: 1, b: 2 }, 1.0508730759158],
  ])(
    "expects of x %d, t_x %d, T %d in %d weeks what mpmath says",
    (repeats, last, age, weeks, params, expected) => {
      const found = bgNbdExpectation({ repeats, last, age }, params, weeks)
      expect(found / expected).toBeCloseTo(1, 6)
    }
  )

  it("says nothing of who bought on one day only", () => {
    expect(pAlive({ repeats: 0, last: 0, age: 0 }, paper)).toBeNull()
    expect(pAlive({ repeats: 2, last: 30, age: 38 }, paper)).toBeCloseTo(
      1 / (1 + (0.793 / 3.426) * ((4.414 + 38) / (4.414 + 30)) ** 2.243),
      12
    )
  })

  it("finds the parameters of simulated customers within four standard errors", async () => {
    const random = seeded(7)
    const truth = { r: 0.6, alpha: 6, a: 0.8, b: 2.5 }
    const fit = await fitBgNbd(simulated(4_000, truth, random), pause)
    expect(fit.is_converged).toBe(true)
    for (const [name, value] of Object.entries(truth)) {
      const found = Object.entries(fit.params).find(([key]) => key === name)![1]
      const off = Math.abs(found - value) / fit.standard_errors![name]!
      expect(off).toBeLessThan(4)
    }
  })
})

describe("fitPurchases", () => {
  it("takes NBD where nobody seems to leave, as in the real shop", async () => {
    const fit = await fitPurchases(realGroups(), pause)
    expect(fit.method).toBe("nbd")
    expect(fit.likelihood_ratio).toBeLessThan(2.71)
    expect(fit.nbd!.params.r).toBeCloseTo(0.827558676757321, 5)
    expect(fit.nbd!.params.alpha).toBeCloseTo(9.870366616172667, 4)
    expect(fit.nbd!.log_likelihood).toBeCloseTo(-37645.65733053998, 5)
  })

  it("takes the formula for a young shop, and says why", async () => {
    expect(
      await fitPurchases([{ repeats: 1, last: 1, age: 2, count: 9 }], pause)
    ).toMatchObject({
      method: "formula",
      reason: "insufficient_data",
      repeat_buyers: 9,
      history_weeks: 2,
    })
  })

  it("finds dropout in the made-up groups: 140 more than NBD", async () => {
    const bg = await fitBgNbd(GROUPS, pause)
    const nbd = await fitNbd(GROUPS, pause)
    expect(2 * (bg.log_likelihood - nbd.log_likelihood)).toBeCloseTo(
      2 * (1769.1589804512241 - 1699.006070962442),
      5
    )
  })

  it.each([
    [{ repeats: 0, last: 1, age: 2, count: 1 }],
    [{ repeats: 1, last: 3, age: 2, count: 1 }],
    [{ repeats: 0.5, last: 1, age: 2, count: 1 }],
  ])("rejects %j", async (group) => {
    await expect(fitBgNbd([group], pause)).rejects.toThrow(RangeError)
  })
})

it("fits Gamma-Gamma where scipy does", async () => {
  const histories = [
    [1, 20],
    [1, 35],
    [1, 80],
    [2, 40],
    [2, 55],
    [3, 25],
    [3, 60],
    [4, 33],
    [5, 90],
    [6, 45],
    [8, 50],
    [1, 150],
    [2, 15],
    [1, 28],
  ].map(([days, mean]) => ({ days: days!, mean: mean! }))
  const fit = await fitGammaGamma(histories, pause)
  expect(fit!.p / 1.830510667230251).toBeCloseTo(1, 3)
  expect(fit!.q / 32.748196243774025).toBeCloseTo(1, 2)
  expect(fit!.v / 881.7077845433593).toBeCloseTo(1, 2)
})

it("fits what R's glm fits", async () => {
  const x1 = [0.5, 1.2, -0.7, 2.3, 0.1, -1.5, 0.9, 1.8, -0.2, 0.4, -0.9, 1.1]
  const x2 = [1, 0, 1, 1, 0, 0, 1, 0, 1, 0, 1, 1]
  const y = [1, 1, 0, 1, 0, 0, 0, 1, 1, 0, 0, 1]
  const fit = await fitLogistic(
    x1.map((value, index) => [value, x2[index]!]),
    y,
    0,
    pause
  )
  expect(fit.intercept).toBeCloseTo(-1.9391568909, 6)
  expect(fit.coefficients[0]).toBeCloseTo(2.26492409111, 6)
  expect(fit.coefficients[1]).toBeCloseTo(1.6633973877, 6)
})

it("measures what is foreseen by hand-computed values", () => {
  expect(areaUnderCurve([1, 2, 2, 3], [0, 0, 1, 1])).toBe(0.875)
  expect(areaUnderCurve([1, 2], [1, 1])).toBeNull()
  expect(brierScore([0.5, 1], [1, 0])).toBe(0.625)
})

it("has a formula and a fallback: two orders on one day are two a year", () => {
  expect(formulaClv(50, 2, 0, 1)).toBe(100)
  expect(formulaClv(50, 4, 730, 1)).toBe(100)
  expect(fallbackRisk(60, 30)).toBe(50)
  expect(() => fallbackRisk(-1, 30)).toThrow(RangeError)
})

function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return (state + 0.5) / 2 ** 32
  }
}

function gammaDraw(shape: number, random: () => number): number {
  if (shape < 1) {
    return gammaDraw(shape + 1, random) * random() ** (1 / shape)
  }
  const d = shape - 1 / 3
  for (;;) {
    const normal =
      Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random())
    const v = (1 + normal / Math.sqrt(9 * d)) ** 3
    if (
      v > 0 &&
      Math.log(random()) < normal ** 2 / 2 + d - d * v + d * Math.log(v)
    ) {
      return d * v
    }
  }
}

function simulated(
  customers: number,
  { r, alpha, a, b }: typeof paper,
  random: () => number
): PurchaseGroup[] {
  return Array.from({ length: customers }, () => {
    const rate = gammaDraw(r, random) / alpha
    const left = gammaDraw(a, random)
    const leaves = left / (left + gammaDraw(b, random))
    const age = 40 + 40 * random()
    let [repeats, last] = [0, 0]
    for (let at = 0; ; repeats++) {
      at -= Math.log(random()) / rate
      if (at > age) {
        break
      }
      last = at
      if (random() < leaves) {
        repeats++
        break
      }
    }
    return { repeats, last, age, count: 1 }
  })
}
