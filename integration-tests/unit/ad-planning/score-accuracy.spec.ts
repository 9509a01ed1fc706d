import { readFileSync } from "node:fs"
import { join } from "node:path"
import { gunzipSync } from "node:zlib"
import {
  churnQuality,
  fitChurn,
  mean,
} from "../../../src/modules/ad-planning/utils/scores/fit-churn"
import { fitPurchases } from "../../../src/modules/ad-planning/utils/scores/fit-purchases"
import { nbdExpectation } from "../../../src/modules/ad-planning/utils/scores/nbd"

const DAY_MS = 86_400_000
const END = Date.parse("2011-12-09") / DAY_MS
const HORIZON = 91
const pause = async () => {}

/** Purchase days of the real shop, by customer. */
function purchaseDays(): number[][] {
  const file = join(__dirname, "../../../data/online-retail/orders.csv.gz")
  const days = new Map<string, Set<number>>()
  const lines = gunzipSync(readFileSync(file)).toString().split("\n").slice(1)
  for (const line of lines) {
    const cells = line.split(",")
    const [invoice = "", at = "", customer] = cells
    if (customer && !/^[CA]/.test(invoice) && Number(cells.at(-1)) > 0) {
      const known = days.get(customer) ?? new Set()
      days.set(customer, known.add(Date.parse(at.slice(0, 10)) / DAY_MS))
    }
  }
  return [...days.values()].map((known) =>
    [...known].toSorted((left, right) => left - right)
  )
}

/** What was known at a day, and what came in the days after. */
function historiesAt(day: number, days: number) {
  return purchaseDays().flatMap((all) => {
    const known = all.filter((one) => one <= day)
    const [first] = known
    return first === undefined
      ? []
      : [
          {
            days: known.length,
            last: known.at(-1)! - first,
            age: day - first,
            recency: day - known.at(-1)!,
            later: all.filter((one) => one > day && one <= day + days).length,
          },
        ]
  })
}

function churnSample(day: number, days: number) {
  const histories = historiesAt(day, days)
  return {
    rows: histories.map(({ recency, days: count, age, last }) => [
      Math.log(1 + recency),
      Math.log(count),
      Math.log(1 + age),
      count > 1 ? Math.log(1 + last / (count - 1)) : 0,
      count > 1 ? Math.log(1 + recency / Math.max(1, last / (count - 1))) : 0,
      count === 1 ? 1 : 0,
    ]),
    labels: histories.map(({ later }) => (later === 0 ? 1 : 0)),
  }
}

// The figures are in docs/accuracy.md.
describe("on the real shop, with the last days held out", () => {
  it("foresees purchase days better by the model than by the formula", async () => {
    const histories = historiesAt(END - HORIZON, HORIZON)
    const fit = await fitPurchases(
      histories.map(({ days, last, age }) => ({
        repeats: days - 1,
        last: last / 7,
        age: age / 7,
        count: 1,
      })),
      pause
    )
    expect(fit.method).toBe("nbd")
    const model = histories.map(({ days, age }) =>
      nbdExpectation(
        { repeats: days - 1, age: age / 7 },
        fit.nbd!.params,
        HORIZON / 7
      )
    )
    const formula = histories.map(
      ({ days, age }) => (days * HORIZON) / Math.max(age, 365)
    )
    const errorOf = (foreseen: number[]) =>
      mean(foreseen.map((value, at) => Math.abs(value - histories[at]!.later)))
    const sum = (values: number[]) => values.reduce((a, b) => a + b, 0)
    const figures = {
      buyers: histories.length,
      actual: sum(histories.map(({ later }) => later)),
      model: sum(model),
      formula: sum(formula),
      modelError: errorOf(model),
      formulaError: errorOf(formula),
    }
    process.stdout.write(`${JSON.stringify(figures)}\n`)
    expect(Math.abs(figures.model / figures.actual - 1)).toBeLessThan(
      Math.abs(figures.formula / figures.actual - 1)
    )
  })

  it.each([30, 60, 90])(
    "tells who leaves within %d days better than recency alone",
    async (days) => {
      const train = churnSample(END - 2 * days, days)
      const test = churnSample(END - days, days)
      const fit = await fitChurn(train, pause)
      const quality = churnQuality(fit, test, 0, mean(train.labels))
      process.stdout.write(`${days} ${JSON.stringify(quality)}\n`)
      expect(fit.is_converged).toBe(true)
      expect(quality.auc!).toBeGreaterThan(quality.recency_auc!)
      expect(quality.brier).toBeLessThan(quality.base_brier)
    }
  )
})
