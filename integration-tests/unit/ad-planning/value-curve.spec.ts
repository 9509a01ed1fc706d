import BigNumber from "bignumber.js"
import {
  buyersThrough,
  observedDays,
  paybackDay,
  type CohortCurve,
} from "../../../src/modules/ad-planning/utils/reports/value-curve"

/** Ten buyers: how many days are over, and on which of them they paid 1. */
const TEN: [age: number, days: number[]][] = [
  [3, [1]],
  [5, [2, 5]],
  [8, []],
  [8, [1, 8]],
  [13, [4]],
  [21, [7, 13, 20]],
  [21, [21]],
  [34, [2, 13, 30]],
  [40, [1]],
  [40, [40]],
]

const curveOf = (buyers: [number, number[]][], each = "1"): CohortCurve => {
  const days = [...new Set(buyers.flatMap(([, paid]) => paid))]
  const paidOn = (day: number) =>
    buyers.flatMap(([, paid]) => paid).filter((one) => one === day).length
  return {
    buyers_by_age: buyers.map(([age]) => [age, 1]),
    revenue_by_day: days
      .toSorted((a, b) => a - b)
      .map((day) => [day, new BigNumber(each).times(paidOn(day)).toFixed()]),
  }
}

// R 4.2.2, survival 3.5-3: cumhaz of survfit(Surv(start, stop, event) ~ 1, id = id), which is
// the mean cumulative function when every event costs 1.
const SURVIVAL: [day: number, value: number, atRisk: number][] = [
  [1, 0.3, 10],
  [2, 0.5, 10],
  [4, 0.611111111111, 9],
  [5, 0.722222222222, 9],
  [7, 0.847222222222, 8],
  [8, 0.972222222222, 8],
  [13, 1.30555555556, 6],
  [20, 1.50555555556, 5],
  [21, 1.70555555556, 5],
  [30, 2.03888888889, 3],
  [40, 2.53888888889, 2],
]

describe("the value curve", () => {
  it("is R's mean cumulative function, day by day", () => {
    const curve = curveOf(TEN)
    for (const [index, [day, value, atRisk]] of SURVIVAL.entries()) {
      const next = SURVIVAL[index + 1]?.[0] ?? null
      expect([
        buyersThrough(curve, day),
        paybackDay(curve, new BigNumber(value).minus(1e-9)),
        paybackDay(curve, new BigNumber(value).plus(1e-9)),
      ]).toEqual([atRisk, day, next])
    }
  })

  it("reaches a cost that it meets exactly, thirds included", () => {
    const curve: CohortCurve = {
      buyers_by_age: [[10, 3]],
      revenue_by_day: [
        [0, "10"],
        [4, "10"],
        [9, "10"],
      ],
    }
    expect(paybackDay(curve, new BigNumber(10))).toBe(9)
    expect(paybackDay(curve, new BigNumber(20).div(3))).toBe(4)
    expect(paybackDay(curve, new BigNumber("10.000000001"))).toBeNull()
  })

  it("falls with what is taken back, and may have reached the cost before", () => {
    const curve: CohortCurve = {
      buyers_by_age: [[10, 2]],
      revenue_by_day: [
        [0, "20"],
        [2, "-30"],
        [5, "40"],
      ],
    }
    expect(paybackDay(curve, new BigNumber(10))).toBe(0)
    expect(paybackDay(curve, new BigNumber(11))).toBe(5)
  })

  it("ends where less than a fifth of the buyers are left", () => {
    const ages = (...days: number[]): CohortCurve => ({
      buyers_by_age: days.map((age) => [age, 1]),
      revenue_by_day: [[30, "1000"]],
    })
    expect(observedDays(ages(1, 2, 3, 4, 30))).toBe(30)
    expect(observedDays(ages(1, 2, 3, 4, 5, 30))).toBe(5)
    expect(paybackDay(ages(1, 2, 3, 4, 30), new BigNumber(5))).toBe(30)
    expect(paybackDay(ages(1, 2, 3, 4, 5, 30), new BigNumber(5))).toBeNull()
    expect(observedDays(ages())).toBeNull()
    expect(paybackDay(ages(), new BigNumber(0))).toBeNull()
  })

  it("does not let one old buyer pay for all the young", () => {
    // The mean of those whose 30 days are over is 500; the curve is 140.
    const curve: CohortCurve = {
      buyers_by_age: [
        [1, 3],
        [30, 1],
        [29, 1],
      ],
      revenue_by_day: [[0, "700"]],
    }
    expect(paybackDay(curve, new BigNumber(140))).toBe(0)
    expect(paybackDay(curve, new BigNumber(141))).toBeNull()
  })
})
