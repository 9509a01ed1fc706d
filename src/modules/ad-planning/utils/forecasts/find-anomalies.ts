import type { AnomalyMetric, SeriesDay } from "../../types"
import { dayAfter, eachDay } from "./days"
import {
  ANOMALY_DAYS,
  ANOMALY_RATE,
  adjustedBH,
  type AnomalyTest,
  MIN_DEPARTURE,
  testLastDays,
  twoSided,
  worstLike,
  Z_999,
} from "./anomalies"

/** What moved along, and what that makes likely. */
export interface AnomalyCause {
  kind:
    | "tracking"
    | "spend"
    | "shop_wide"
    | "conversions"
    | "order_value"
    | "unknown"
  /** Observed by expected, less 1, of each metric of the scope. */
  changes: Partial<Record<AnomalyMetric, number>>
}

export interface FoundAnomaly extends AnomalyTest {
  scope: string
  ad_campaign_id: string | null
  metric: AnomalyMetric
  starts_on: string
  ends_on: string
  cause: AnomalyCause
}

interface Tested {
  scope: string
  ad_campaign_id: string | null
  metric: AnomalyMetric
  test: AnomalyTest
}

const COUNTS: ReadonlySet<AnomalyMetric> = new Set(["clicks", "conversions"])
const MOVED = 0.2
const RATE_DAYS = 56

/**
 * What left its course in the last three days: every scope's spend, clicks, visits per
 * click, conversions and revenue, held against what was expected and against each other
 * (Benjamini-Hochberg over all of them).
 *
 * @param scopes - days by scope, oldest first
 * @param end - the last complete day
 * @returns what stands, and every scope and metric that was looked at
 */
export function findAnomalies(
  scopes: ReadonlyMap<string, readonly SeriesDay[]>,
  end: string
): {
  found: FoundAnomaly[]
  looked: { scope: string; metric: AnomalyMetric }[]
} {
  const tested = [...scopes].flatMap(([scope, days]) =>
    testScope(scope, days, end)
  )
  const adjusted = adjustedBH(tested.map(({ test }) => test.p_value))
  const standing = tested.filter((_, index) => adjusted[index]! < ANOMALY_RATE)
  return {
    looked: tested.map(({ scope, metric }) => ({ scope, metric })),
    found: standing.map(({ scope, ad_campaign_id, metric, test }) => ({
      ...test,
      scope,
      ad_campaign_id,
      metric,
      starts_on: dayAfter(end, 1 - ANOMALY_DAYS),
      ends_on: end,
      cause: causeOf(scope, metric, tested),
    })),
  }
}

function testScope(
  scope: string,
  days: readonly SeriesDay[],
  end: string
): Tested[] {
  const first = days[0]
  if (!first) {
    return []
  }
  const byDate = new Map(days.map((day) => [day.date, day]))
  const dates = eachDay(first.date, end)
  const read = (
    name: "spend" | "clicks" | "conversions" | "revenue" | "visits"
  ) => dates.map((date) => byDate.get(date)?.[name] ?? 0)
  const clicks = read("clicks")
  const visits = read("visits")
  const hasSpend = clicks.some((value) => value > 0)
  const series: [AnomalyMetric, number[]][] = [
    ["conversions", read("conversions")],
    ["revenue", read("revenue")],
  ]
  if (hasSpend) {
    series.unshift(["spend", read("spend")], ["clicks", clicks])
  }
  const own = { scope, ad_campaign_id: first.ad_campaign_id }
  const tests = series.flatMap(([metric, values]) => {
    const test = testLastDays(values, COUNTS.has(metric))
    return test ? [{ ...own, metric, test }] : []
  })
  const perClick = hasSpend ? visitsPerClick(visits, clicks) : null
  return perClick
    ? [
        ...tests,
        { ...own, metric: "visits_per_click" as const, test: perClick },
      ]
    : tests
}

/**
 * Visits against what so many clicks brought in the eight weeks before: the departure in
 * units of its own noise (the root of the expected visits, as Poisson's), by how large
 * such departures were in windows of the past.
 */
function visitsPerClick(
  visits: readonly number[],
  clicks: readonly number[]
): AnomalyTest | null {
  const last = visits.length - ANOMALY_DAYS
  const from = Math.max(0, last - RATE_DAYS)
  const rate = total(visits, from, last) / total(clicks, from, last)
  const recent = total(clicks, last, clicks.length)
  if (
    last < RATE_DAYS ||
    !Number.isFinite(rate) ||
    rate === 0 ||
    recent === 0
  ) {
    return null
  }
  const departure = (start: number) => {
    const stop = start + ANOMALY_DAYS
    const expected = Math.max(1, rate * total(clicks, start, stop))
    return (total(visits, start, stop) - expected) / Math.sqrt(expected)
  }
  const past = Array.from(
    { length: RATE_DAYS - ANOMALY_DAYS + 1 },
    (_, index) => departure(from + index)
  )
  const spread = Math.max(
    1,
    Math.sqrt(past.reduce((sum, each) => sum + each ** 2, 0) / past.length)
  )
  const now = departure(last)
  const observed = total(visits, last, visits.length) / recent
  const isNew = Math.abs(now) > worstLike(now, past)
  const isLarge = Math.abs(observed / rate - 1) >= MIN_DEPARTURE
  const width =
    (Z_999 * spread * Math.sqrt(Math.max(1, rate * recent))) / recent
  return {
    observed,
    expected: rate,
    lower: Math.max(0, rate - width),
    upper: rate + width,
    p_value: isNew && isLarge ? twoSided(now / spread) : 1,
  }
}

/** The likely cause, by what else of the scope and of the shop moved. */
function causeOf(
  scope: string,
  metric: AnomalyMetric,
  tested: readonly Tested[]
): AnomalyCause {
  const changesOf = (name: string) => {
    const changes: AnomalyCause["changes"] = {}
    for (const { scope: of, metric: each, test } of tested) {
      if (of === name) {
        changes[each] =
          test.expected > 0 ? test.observed / test.expected - 1 : 0
      }
    }
    return changes
  }
  const changes = changesOf(scope)
  const shop = changesOf("total")
  const moved = (name: AnomalyMetric) => Math.abs(changes[name] ?? 0) >= MOVED
  const isSame =
    Math.sign(changes[metric] ?? 0) === Math.sign(shop[metric] ?? 0) &&
    Math.abs(shop[metric] ?? 0) >= MOVED
  if (moved("visits_per_click") && (changes.visits_per_click ?? 0) < 0) {
    return { kind: "tracking", changes }
  }
  if (moved("spend")) {
    return { kind: "spend", changes }
  }
  if (scope !== "total" && isSame) {
    return { kind: "shop_wide", changes }
  }
  if (metric === "revenue" && !moved("conversions")) {
    return { kind: "order_value", changes }
  }
  return {
    kind: moved("conversions") ? "conversions" : "unknown",
    changes,
  }
}

function total(values: readonly number[], start: number, stop: number): number {
  return values.slice(start, stop).reduce((sum, each) => sum + each, 0)
}
