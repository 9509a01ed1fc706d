import {
  forecastScopes,
  forecastSeries,
  ImpossiblePlan,
  planBudget,
  type ScopeSeries,
  scopeSeries,
} from "../../../src/modules/ad-planning/utils/forecast-engine"
import type {
  ForecastMetric,
  SeriesDay,
} from "../../../src/modules/ad-planning/types"
import { accuracyOf } from "../../../src/modules/ad-planning/utils/forecasts/accuracy"
import {
  adjustedBH,
  testLastDays,
} from "../../../src/modules/ad-planning/utils/forecasts/anomalies"
import {
  dayAfter,
  eachDay,
} from "../../../src/modules/ad-planning/utils/forecasts/days"
import { eventEffects } from "../../../src/modules/ad-planning/utils/forecasts/event-factors"
import { findAnomalies } from "../../../src/modules/ad-planning/utils/forecasts/find-anomalies"
import { errorQuantiles } from "../../../src/modules/ad-planning/utils/forecasts/intervals"
import {
  bandOf,
  pacingOf,
} from "../../../src/modules/ad-planning/utils/forecasts/pacing"
import { fitCurve } from "../../../src/modules/ad-planning/utils/forecasts/response-curve"
import { responseAt } from "../../../src/modules/ad-planning/utils/forecasts/response-fit"
import { seasonOf } from "../../../src/modules/ad-planning/utils/forecasts/season"
import {
  allForecasts,
  selectMethod,
} from "../../../src/modules/ad-planning/utils/forecasts/select-model"
import { randomFor, type Random } from "../../../src/scripts/demo/random"

const WEEKLY = [
  12, 15, 18, 20, 22, 9, 3, 13, 16, 17, 22, 23, 10, 4, 12, 17, 19, 21, 25, 11,
  3, 15, 18, 20, 24, 26, 12, 4, 16, 17, 22, 25, 27, 11, 5,
]
const PLAIN = [
  112, 118, 132, 129, 121, 135, 148, 148, 136, 119, 104, 118, 115, 126, 141,
  135, 125, 149, 170, 170, 158, 133,
]

/** Poisson, by counting exponential waits. */
function poisson(random: Random, mean: number): number {
  let count = -1
  for (let sum = 0; sum < mean; count++) {
    sum -= Math.log(1 - random.float())
  }
  return count
}

describe("season", () => {
  it("has the indices of R's decompose", () => {
    // R: decompose(ts(x, frequency = 7), type = "multiplicative")$figure
    const { kind, indices } = seasonOf(WEEKLY, 7)
    expect(kind).toBe("multiplicative")
    const figure = [
      0.8779, 1.059551, 1.204586, 1.416817, 1.546998, 0.671677, 0.222472,
    ]
    indices.forEach((index, place) =>
      expect(index).toBeCloseTo(figure[place]!, 5)
    )
  })

  it("is none for a series without one", () => {
    expect(seasonOf(PLAIN, 7).indices).toHaveLength(1)
  })
})

describe("theta", () => {
  it.each([
    // R: thetaf(ts(x, frequency = 7), h = 7)$mean
    [WEEKLY, 7, [16.5929, 20.1025, 22.9411, 27.0851, 29.6852, 12.9372, 4.3011]],
    // R: thetaf(ts(y), h = 4)$mean
    [PLAIN, 1, [133.709, 134.4153, 135.1217, 135.8281]],
  ])("is that of R's forecast package within 0.2 %%", (values, cycle, mean) => {
    const { theta } = allForecasts(values, cycle, [values.length], mean.length)
    mean.forEach((value, step) =>
      expect(Math.abs(theta[0]![step]! / value - 1)).toBeLessThan(0.002)
    )
  })
})

describe("forecastSeries", () => {
  it("says how much is missing below 14 points", () => {
    expect(forecastSeries([1, 2, 3], 7, 5)).toEqual({
      status: "insufficient_data",
      observed: 3,
      required: 14,
    })
  })

  it("flags intervals that too few errors justify", () => {
    expect(forecastSeries(WEEKLY, 7, 14)).toMatchObject({
      status: "ok",
      is_model_based: true,
    })
  })

  it("never narrows with the horizon, and is never negative", () => {
    const random = randomFor("narrow")
    const values = Array.from({ length: 200 }, (_, day) =>
      poisson(random, day % 7 === 6 ? 1 : 12)
    )
    const forecast = forecastSeries(values, 7, 30)
    if (forecast.status !== "ok") {
      throw new Error("expected a forecast")
    }
    expect(forecast.is_model_based).toBe(false)
    forecast.intervals.forEach((bounds, step) => {
      const before = forecast.intervals[step - 1]
      const width = bounds.upper_95 - forecast.point[step]!
      const former = before ? before.upper_95 - forecast.point[step - 1]! : 0
      expect(width).toBeGreaterThanOrEqual(former - 1e-9)
      expect(bounds.lower_95).toBeGreaterThanOrEqual(0)
      expect(bounds.upper_95).toBeGreaterThanOrEqual(bounds.upper_80)
    })
  })

  it("forecasts nothing on a closed day", () => {
    const values = Array.from({ length: 140 }, (_, day) =>
      day % 7 === 5 ? 0 : 50 + (day % 3)
    )
    const forecast = forecastSeries(values, 7, 7)
    expect(forecast.status === "ok" && forecast.point[5]).toBe(0)
  })

  it("uses no value at or after an origin", () => {
    const changed = WEEKLY.map((value, day) => (day < 28 ? value : 1_000))
    expect(allForecasts(changed, 7, [28], 7)).toEqual(
      allForecasts(WEEKLY.slice(0, 28), 7, [28], 7)
    )
  })

  it.each([
    [[1, Number.NaN, 3], 5, "values must be finite"],
    [WEEKLY, 0, "horizon must be an integer >= 1, got 0"],
  ])("refuses %p with horizon %p", (values, horizon, message) => {
    expect(() => forecastSeries(values, 7, horizon)).toThrow(
      new RangeError(message)
    )
  })
})

describe("selectMethod", () => {
  it("keeps the median unless one model is 5 % better", () => {
    const errors = {
      median: 100,
      theta: 96,
      holt_winters: 120,
      seasonal_naive: 150,
    }
    expect(selectMethod(errors)).toBe("median")
    expect(selectMethod({ ...errors, theta: 94 })).toBe("theta")
  })
})

describe("errorQuantiles", () => {
  it("is null below 39 errors, else the larger of 39 and 120 origins", () => {
    const ones = Array.from({ length: 38 }, () => [1])
    expect(errorQuantiles(ones, 1, 0.95)).toBeNull()
    expect(errorQuantiles([...ones, [5]], 1, 0.95)).toEqual([1])
    const restless = Array.from({ length: 81 }, () => [9])
    const calm = Array.from({ length: 39 }, () => [1])
    expect(errorQuantiles([...restless, ...calm], 1, 0.95)).toEqual([9])
  })
})

const metrics = (values: number[]): Record<ForecastMetric, number[]> => ({
  spend: values,
  impressions: values,
  clicks: values,
  conversions: values,
  revenue: values,
})
const scopeOf = (scope: string, values: number[]): ScopeSeries => ({
  scope,
  ad_campaign_id: scope.startsWith("campaign") ? scope.slice(9) : null,
  platform: scope.startsWith("total") || scope === "rest" ? null : "meta",
  dates: eachDay("2026-01-01", dayAfter("2026-01-01", values.length - 1)),
  values: metrics(values),
})

describe("forecastScopes", () => {
  it("makes campaigns add up to their platform, and all to the total", () => {
    const random = randomFor("sums")
    const draw = (mean: number) =>
      Array.from({ length: 120 }, () => poisson(random, mean))
    const [a, b, rest] = [draw(9), draw(4), draw(20)]
    const both = a.map((value, day) => value + b[day]!)
    const { rows } = forecastScopes(
      [
        scopeOf(
          "total",
          both.map((value, day) => value + rest[day]!)
        ),
        scopeOf("platform:meta", both),
        scopeOf("rest", rest),
        scopeOf("campaign:a", a),
        scopeOf("campaign:b", b),
      ],
      [],
      "2026-04-30",
      14
    )
    for (const date of eachDay("2026-05-01", "2026-05-14")) {
      const of = (scope: string) =>
        rows.find((row) => row.scope === scope && row.forecast_date === date)!
          .predicted.revenue!
      expect(of("campaign:a") + of("campaign:b")).toBeCloseTo(
        of("platform:meta"),
        6
      )
      expect(of("platform:meta") + of("rest")).toBeCloseTo(of("total"), 6)
    }
  })
})

const dayOf = (date: string, other: Partial<SeriesDay> = {}): SeriesDay => ({
  scope: "campaign:a",
  ad_campaign_id: "a",
  platform: "meta",
  date,
  has_metric: true,
  spend: 10,
  impressions: 100,
  clicks: 20,
  conversions: 2,
  purchases: 2,
  revenue: 50,
  visits: 10,
  ...other,
})

describe("scopeSeries", () => {
  it("has no day of a pause, whole weeks of it", () => {
    const days = [
      ...eachDay("2026-01-01", "2026-01-10"),
      ...eachDay("2026-01-28", "2026-02-05"),
    ]
    const series = scopeSeries(
      days.map((date) => dayOf(date)),
      "2026-02-05"
    )
    // 17 days of pause: 14 are left out, 3 stay as 0.
    expect(series!.dates).toHaveLength(10 + 3 + 9)
    expect(series!.values.spend.filter((value) => value === 0)).toHaveLength(3)
  })

  it("multiplies young revenue by what is left of it in the end", () => {
    const series = scopeSeries(
      eachDay("2026-01-01", "2026-01-03").map((date) => dayOf(date)),
      "2026-01-03",
      [0.8, 0.9]
    )
    expect(series!.values.revenue).toEqual([50, 45, 40])
  })
})

describe("eventEffects", () => {
  const dates = eachDay("2026-01-01", "2026-03-31")
  const event = {
    name: "Sale",
    kind: "promotion" as const,
    starts_on: "2026-02-10",
    ends_on: "2026-02-11",
    ad_campaign_id: null,
    expected_factor: 3,
  }
  it("measures an event once it was seen, else expects", () => {
    const values = dates.map((date) =>
      date >= "2026-02-10" && date <= "2026-02-11" ? 200 : 100
    )
    expect(eventEffects(dates, values, [event])).toEqual([
      { name: "Sale", factor: 2, measured_days: 2 },
    ])
    const later = { ...event, starts_on: "2026-05-01", ends_on: "2026-05-02" }
    expect(eventEffects(dates, values, [later])).toEqual([
      { name: "Sale", factor: 3, measured_days: 0 },
    ])
  })
})

describe("accuracyOf", () => {
  it("says how far off, against naive, and of sums", () => {
    const days = Array.from({ length: 8 }, (_, index) => ({
      scope: "total",
      generated_on: "2026-01-01",
      horizon: index + 1,
      predicted: 110,
      actual: 100,
      naive: 140,
      bounds: { lower_80: 105, upper_80: 120, lower_95: 90, upper_95: 130 },
      naive_scale: 20,
    }))
    expect(accuracyOf(days)).toEqual({
      days: 8,
      generations: 1,
      mae: 10,
      smape: 20 / 210,
      mase: 0.5,
      bias: 10,
      coverage_95: 1,
      coverage_80: 0,
      naive_mae: 40,
      gain_over_naive: 0.75,
      sums: {
        forecasts: 1,
        mean_error_rate: 0.1,
        worst_error_rate: 0.1,
        naive_error_rate: 0.4,
      },
    })
    expect(accuracyOf([])).toBeNull()
  })
})

describe("response curves", () => {
  const truth = { most: 40, half: 120, carry: 0 }
  const random = randomFor("curve")
  const days = Array.from({ length: 182 }, (_, day) => {
    const spend = [30, 60, 90, 130, 180, 250][Math.floor(day / 14) % 6]!
    return {
      spend,
      demand: 1,
      orders: poisson(random, responseAt(truth, spend)),
    }
  })

  it("finds the curve that the orders were drawn from", () => {
    const { refusal, curve } = fitCurve(days, 50)
    expect(refusal).toBeNull()
    const marginal =
      (50 * truth.most * truth.half) / (curve.current_spend + truth.half) ** 2
    expect(curve.marginal_roas_lower).toBeLessThan(marginal)
    expect(curve.marginal_roas_upper).toBeGreaterThan(marginal)
  })

  it.each([
    ["too_few_days", days.slice(0, 60)],
    ["steady_spend", days.map((day) => ({ ...day, spend: 100 }))],
    [
      "too_few_orders",
      days.map((day, index) => ({ ...day, orders: index % 20 === 0 ? 1 : 0 })),
    ],
    ["no_orders", days.map((day) => ({ ...day, orders: 0 }))],
  ])("refuses: %s", (refusal, given) => {
    expect(fitCurve(given, 50).refusal).toBe(refusal)
  })
})

describe("planBudget", () => {
  const campaign = (id: string, most: number, half: number, value: number) => ({
    id,
    parameters: { most, half, carry: 0 },
    order_value: value,
    current_spend: 50,
    least: 10,
    most: 120,
  })
  const campaigns = [
    campaign("a", 20, 60, 30),
    campaign("b", 35, 200, 25),
    campaign("c", 8, 20, 60),
  ]
  const worth = (spends: number[]) =>
    campaigns.reduce(
      (sum, { parameters, order_value }, index) =>
        sum + responseAt(parameters, spends[index]!) * order_value,
      0
    )

  it.each([60, 150, 240, 330])("equals brute force for %d", (budget) => {
    let best = 0
    for (let a = 10; a <= 120; a++) {
      for (let b = 10; b <= 120; b++) {
        const c = Math.min(120, budget - a - b)
        best = c >= 10 ? Math.max(best, worth([a, b, c])) : best
      }
    }
    const plan = planBudget(campaigns, budget, "revenue")
    const total = plan.reduce((sum, { spend }) => sum + spend, 0)
    expect(total).toBeLessThanOrEqual(budget + 1e-6)
    const found = worth(plan.map(({ spend }) => spend))
    expect(found).toBeGreaterThanOrEqual(best - 1e-6)
    expect(found).toBeLessThan(best * 1.001)
  })

  it("leaves unspent for profit what would not earn itself", () => {
    const plan = planBudget(campaigns, 360, "profit", 0.2)
    expect(plan.reduce((sum, { spend }) => sum + spend, 0)).toBeLessThan(360)
  })

  it("refuses minimums above the budget", () => {
    expect(() => planBudget(campaigns, 20, "revenue")).toThrow(ImpossiblePlan)
  })
})

describe("pacing", () => {
  it("projects by the forecast, else by the mean so far", () => {
    const month = { spent: [10, 20], days_in_month: 30, budget: 600 }
    expect(pacingOf({ ...month, expected: 570 })).toEqual({
      spent_to_date: 30,
      projected: 600,
      projected_share: 1,
      band: "on_pace",
      daily_left: 570 / 28,
    })
    expect(pacingOf({ ...month, expected: null }).projected).toBe(450)
    expect(pacingOf({ ...month, budget: null, expected: null }).band).toBeNull()
    expect(pacingOf({ ...month, spent: [], expected: null }).band).toBeNull()
  })

  it.each([
    [0.84, "far_under"],
    [0.85, "under"],
    [0.95, "on_pace"],
    [1.05, "over"],
    [1.15, "far_over"],
  ])("calls %d of the budget %s", (share, band) => {
    expect(bandOf(share)).toBe(band)
  })
})

describe("anomalies", () => {
  it("adjusts as R's p.adjust", () => {
    // R: p.adjust(c(0.0001, 0.2, 0.03, 0.0004), "BH")
    const expected = [0.0004, 0.2, 0.04, 0.0008]
    adjustedBH([0.0001, 0.2, 0.03, 0.0004]).forEach((p, index) =>
      expect(p).toBeCloseTo(expected[index]!, 10)
    )
  })

  it("needs eight weeks before", () => {
    expect(testLastDays(WEEKLY, true)).toBeNull()
  })

  const MONTH = 30
  const store = (random: Random, count: number) =>
    new Map(
      Array.from({ length: 10 }, (_, index) => {
        const id = `c${index}`
        const mean = 2 + index
        return [
          `campaign:${id}`,
          eachDay("2026-01-01", dayAfter("2026-01-01", count - 1)).map(
            (date, day) => {
              const orders = poisson(random, day % 7 === 2 ? mean / 3 : mean)
              const clicks = poisson(random, 40 * mean)
              return dayOf(date, {
                scope: `campaign:${id}`,
                ad_campaign_id: id,
                spend: 5 * clicks,
                clicks,
                visits: poisson(random, clicks / 4),
                conversions: orders,
                purchases: orders,
                revenue: orders * (20 + 20 * random.float()),
              })
            }
          ),
        ]
      })
    )

  it("finds none in a month in which nothing happens", () => {
    const all = store(randomFor("calm"), 120 + MONTH)
    const alarms = eachDay(
      dayAfter("2026-01-01", 120),
      dayAfter("2026-01-01", 119 + MONTH)
    ).flatMap(
      (end) =>
        findAnomalies(
          new Map(
            [...all].map(([scope, days]) => [
              scope,
              days.filter(({ date }) => date <= end),
            ])
          ),
          end
        ).found
    )
    expect(alarms).toEqual([])
  })

  it("finds links that lost their parameters, and says so", () => {
    const all = store(randomFor("untagged"), 150)
    const end = dayAfter("2026-01-01", 149)
    const broken = all
      .get("campaign:c8")!
      .map((day) =>
        day.date > dayAfter(end, -3) ? { ...day, visits: 0 } : day
      )
    const { found } = findAnomalies(
      new Map([...all, ["campaign:c8", broken]]),
      end
    )
    expect(
      found.map(({ scope, metric, cause }) => [scope, metric, cause.kind])
    ).toEqual([["campaign:c8", "visits_per_click", "tracking"]])
  })
})
