import fc from "fast-check"
import { DateTime } from "luxon"
import {
  INTERVALS,
  MAX_BUCKETS,
  periodBuckets,
  trendInterval,
} from "../../../src/modules/ad-planning/utils/period/buckets"
import {
  calendarDate,
  parsePeriod,
  type Period,
} from "../../../src/modules/ad-planning/utils/period/period"
import { checkProperty } from "./helpers/check-property"

const BERLIN = "Europe/Berlin"
const now = new Date("2026-06-15T10:30:00Z")

const periodOf = (from: string, to: string, timezone = "UTC") =>
  parsePeriod({ from, to, timezone, now })
const hours = ({ from, to }: Period) => (+to - +from) / 3_600_000
const dates = (buckets: Period[]) =>
  buckets.map(({ from_date, to_date }) => [from_date, to_date])

describe("periodBuckets", () => {
  it.each([
    [
      "forward",
      periodOf("2026-03-28", "2026-03-30", BERLIN),
      [24, 23, 24],
      "2026-03-28T23:00:00.000Z",
    ],
    [
      "back",
      periodOf("2026-10-24", "2026-10-26", BERLIN),
      [24, 25, 24],
      "2026-10-24T22:00:00.000Z",
    ],
    [
      "forward at midnight",
      periodOf("2026-04-23", "2026-04-25", "Africa/Cairo"),
      [24, 23, 24],
      "2026-04-23T22:00:00.000Z",
    ],
    [
      "over a whole day",
      periodOf("2011-12-29", "2011-12-31", "Pacific/Apia"),
      [24, 0, 24],
      "2011-12-30T10:00:00.000Z",
    ],
  ])(
    "days in which clocks go %s are as long as they are",
    (_case, period, lengths, second) => {
      const buckets = periodBuckets(period, "day")
      expect(buckets.map(hours)).toEqual(lengths)
      expect(buckets[1]?.from.toISOString()).toBe(second)
    }
  )

  it("weeks begin on Monday, the first and the last as far as the period goes", () => {
    const period = periodOf("2026-10-01", "2026-10-20", BERLIN)
    expect(dates(periodBuckets(period, "week"))).toEqual([
      ["2026-10-01", "2026-10-04"],
      ["2026-10-05", "2026-10-11"],
      ["2026-10-12", "2026-10-18"],
      ["2026-10-19", "2026-10-20"],
    ])
  })

  it("months are as long as they are, over the years", () => {
    const period = periodOf("2027-12-31", "2028-03-01", BERLIN)
    expect(dates(periodBuckets(period, "month"))).toEqual([
      ["2027-12-31", "2027-12-31"],
      ["2028-01-01", "2028-01-31"],
      ["2028-02-01", "2028-02-29"],
      ["2028-03-01", "2028-03-01"],
    ])
  })

  it("keeps bounds in mid-day", () => {
    const period = periodOf("2026-10-01T09:00:00Z", "2026-10-02T15:00:00Z")
    expect(periodBuckets(period, "day")).toEqual([
      {
        from: new Date("2026-10-01T09:00:00Z"),
        to: new Date("2026-10-02T00:00:00Z"),
        from_date: "2026-10-01",
        to_date: "2026-10-01",
        timezone: "UTC",
      },
      {
        from: new Date("2026-10-02T00:00:00Z"),
        to: new Date("2026-10-02T15:00:00Z"),
        from_date: "2026-10-02",
        to_date: "2026-10-02",
        timezone: "UTC",
      },
    ])
  })

  it("is exactly the period, without gap or overlap, in every zone", () => {
    const HOUR_MS = 3_600_000
    checkProperty(
      fc.property(
        fc.date({
          min: new Date("2000-01-01T00:00:00Z"),
          max: new Date("2035-01-01T00:00:00Z"),
          noInvalidDate: true,
        }),
        fc.integer({ min: 1, max: 24 * 40 }),
        fc.constantFrom(
          "UTC",
          BERLIN,
          "America/New_York",
          "America/Havana",
          "America/Santiago",
          "Africa/Cairo",
          "Asia/Kathmandu",
          "Australia/Lord_Howe",
          "Pacific/Apia"
        ),
        fc.boolean(),
        fc.constantFrom(...INTERVALS),
        (start, length, timezone, isWholeDays, interval) => {
          const end = new Date(+start + length * HOUR_MS)
          const bound = (instant: Date) =>
            isWholeDays
              ? calendarDate(instant, timezone)
              : instant.toISOString()
          const period = periodOf(bound(start), bound(end), timezone)
          const buckets = periodBuckets(period, interval)
          const of = (date: string) => DateTime.fromISO(date, { zone: "utc" })

          expect(buckets[0]).toMatchObject({
            from: period.from,
            from_date: period.from_date,
          })
          expect(buckets.at(-1)).toMatchObject({
            to: period.to,
            to_date: period.to_date,
          })
          buckets.forEach((bucket, index) => {
            const { from, to, from_date, to_date } = bucket
            const former = buckets[index - 1]
            if (former) {
              expect(from).toEqual(former.to)
              expect(of(from_date)).toEqual(
                of(former.to_date).plus({ days: 1 })
              )
              expect(of(from_date)).toEqual(of(from_date).startOf(interval))
            }
            expect(of(to_date).startOf(interval)).toEqual(
              of(from_date).startOf(interval)
            )
            if (from_date !== "2011-12-30" || timezone !== "Pacific/Apia") {
              expect(+from).toBeLessThan(+to)
              expect(calendarDate(from, timezone)).toBe(from_date)
            }
          })
        }
      ),
      150
    )
  })
})

describe("trendInterval", () => {
  const days = (count: number) =>
    periodOf(
      "2024-01-01",
      DateTime.utc(2024, 1, 1)
        .plus({ days: count - 1 })
        .toFormat("yyyy-MM-dd"),
      BERLIN
    )

  it.each([
    [1, "day"],
    [62, "day"],
    [63, "week"],
    [370, "week"],
    [371, "month"],
    [10_000, "month"],
  ])("goes, for %i days, by %s", (count, interval) => {
    expect(trendInterval(days(count))).toBe(interval)
  })

  it("is what was asked for, up to 400 buckets", () => {
    expect(trendInterval(days(400), "day")).toBe("day")
    expect(trendInterval(days(2_800), "week")).toBe("week")
    expect(trendInterval(days(1), "month")).toBe("month")
  })

  it.each([
    ["day", days(401), 401],
    ["week", days(2_801), 401],
    ["month", periodOf("1990-01-01", "2026-10-31"), 442],
    ["day", periodOf("0002-01-01", "9998-12-31"), 3_651_329],
  ] as const)(
    "refuses %s that would be too many",
    (interval, period, count) => {
      expect(() => trendInterval(period, interval)).toThrow(
        new RangeError(
          `Field 'interval': ${interval} divides this period into ${count} buckets, more than 400`
        )
      )
    }
  )

  it("counts as many buckets as there are", () => {
    checkProperty(
      fc.property(
        fc.integer({ min: 1, max: 800 }),
        fc.constantFrom(...INTERVALS),
        (count, interval) => {
          const isRefused =
            periodBuckets(days(count), interval).length > MAX_BUCKETS
          const ask = () => trendInterval(days(count), interval)
          if (isRefused) {
            expect(ask).toThrow(RangeError)
          } else {
            expect(ask()).toBe(interval)
          }
        }
      ),
      60
    )
  })
})
