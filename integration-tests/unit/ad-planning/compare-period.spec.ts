import fc from "fast-check"
import {
  calendarDate,
  comparePeriod,
  parsePeriod,
  type Period,
} from "../../../src/modules/ad-planning/utils/period/period"
import { checkProperty } from "./helpers/check-property"

const BERLIN = "Europe/Berlin"
const CAIRO = "Africa/Cairo"
const now = new Date("2029-06-15T10:30:00Z")

function periodOf(from: string, to: string, timezone = "UTC", at = now) {
  return parsePeriod({ from, to, timezone, now: at })
}

function show({ from, to, from_date, to_date }: Period) {
  return [from.toISOString(), to.toISOString(), from_date, to_date]
}

describe("comparePeriod, previous_period", () => {
  it.each([
    [
      "a week",
      periodOf("2026-08-10", "2026-08-16"),
      ["2026-08-03T00:00:00.000Z", "2026-08-10T00:00:00.000Z"],
      ["2026-08-03", "2026-08-09"],
    ],
    [
      "a whole past month has the 31 days before, not the former month",
      periodOf("2026-03-01", "2026-03-31"),
      ["2026-01-29T00:00:00.000Z", "2026-03-01T00:00:00.000Z"],
      ["2026-01-29", "2026-02-28"],
    ],
    [
      "a week in which Berlin's clocks go forward",
      periodOf("2026-03-23", "2026-03-29", BERLIN),
      ["2026-03-15T23:00:00.000Z", "2026-03-22T23:00:00.000Z"],
      ["2026-03-16", "2026-03-22"],
    ],
    [
      "the day after the spring one of Berlin",
      periodOf("2026-03-30", "2026-03-30", BERLIN),
      ["2026-03-28T23:00:00.000Z", "2026-03-29T22:00:00.000Z"],
      ["2026-03-29", "2026-03-29"],
    ],
    [
      "the day after the autumn one of New York",
      periodOf("2026-11-02", "2026-11-02", "America/New_York"),
      ["2026-11-01T04:00:00.000Z", "2026-11-02T05:00:00.000Z"],
      ["2026-11-01", "2026-11-01"],
    ],
    [
      "three days from one that begins at 1 o'clock",
      periodOf("2026-04-24", "2026-04-26", CAIRO),
      ["2026-04-20T22:00:00.000Z", "2026-04-23T22:00:00.000Z"],
      ["2026-04-21", "2026-04-23"],
    ],
    [
      "three days up to one that begins at 1 o'clock",
      periodOf("2026-04-21", "2026-04-23", CAIRO),
      ["2026-04-17T22:00:00.000Z", "2026-04-20T22:00:00.000Z"],
      ["2026-04-18", "2026-04-20"],
    ],
    [
      "a started day is compared with as much of the former one",
      periodOf("2026-08-10", "2026-08-12T15:00:00Z"),
      ["2026-08-07T00:00:00.000Z", "2026-08-09T15:00:00.000Z"],
      ["2026-08-07", "2026-08-09"],
    ],
    [
      "an hour is compared with that of the day before",
      periodOf("2026-08-10T10:00:00Z", "2026-08-10T11:00:00Z"),
      ["2026-08-09T10:00:00.000Z", "2026-08-09T11:00:00.000Z"],
      ["2026-08-09", "2026-08-09"],
    ],
  ])("%s", (_case, period, instants, dates) => {
    expect(show(comparePeriod(period, "previous_period", now))).toEqual([
      ...instants,
      ...dates,
    ])
  })

  it.each([
    [
      "on 31 March: with the whole of February (case 17)",
      ["2026-03-01", "2026-03-31", "2026-03-31T10:00:00Z"],
      ["2026-02-01", "2026-02-28"],
    ],
    [
      "on 31 March of a leap year",
      ["2028-03-01", "2028-03-31", "2028-03-31T10:00:00Z"],
      ["2028-02-01", "2028-02-29"],
    ],
    [
      "on 10 March: with 1 to 10 February",
      ["2026-03-01", "2026-03-10", "2026-03-10T10:00:00Z"],
      ["2026-02-01", "2026-02-10"],
    ],
    [
      "on the first",
      ["2026-03-01", "2026-03-01", "2026-03-01T00:00:00Z"],
      ["2026-02-01", "2026-02-01"],
    ],
    [
      "on 28 February: with 1 to 28 January",
      ["2026-02-01", "2026-02-28", "2026-02-28T10:00:00Z"],
      ["2026-01-01", "2026-01-28"],
    ],
    [
      "asked for to its end",
      ["2026-04-01", "2026-04-30", "2026-04-10T10:00:00Z"],
      ["2026-03-01", "2026-03-30"],
    ],
    [
      "in January: with December",
      ["2026-01-01", "2026-01-15", "2026-01-15T10:00:00Z"],
      ["2025-12-01", "2025-12-15"],
    ],
    [
      "that ended yesterday is no running month",
      ["2026-03-01", "2026-03-31", "2026-04-01T00:00:00Z"],
      ["2026-01-29", "2026-02-28"],
    ],
    [
      "up to yesterday is no running month",
      ["2026-03-01", "2026-03-10", "2026-03-11T10:00:00Z"],
      ["2026-02-19", "2026-02-28"],
    ],
    [
      "from the second is no running month",
      ["2026-03-02", "2026-03-31", "2026-03-31T10:00:00Z"],
      ["2026-01-31", "2026-03-01"],
    ],
    [
      "with days of the next one is no running month",
      ["2026-03-01", "2026-04-01", "2026-03-31T10:00:00Z"],
      ["2026-01-28", "2026-02-28"],
    ],
  ])(
    "the running month %s",
    (_case, [from = "", to = "", at = ""], expected) => {
      const instant = new Date(at)
      const former = comparePeriod(
        periodOf(from, to, "UTC", instant),
        "previous_period",
        instant
      )
      expect([former.from_date, former.to_date]).toEqual(expected)
    }
  )

  it("compares the running month so far with whole days of the former one", () => {
    const instant = new Date("2026-03-10T15:00:00Z")
    const period = parsePeriod({
      from: "2026-03-01",
      timezone: "UTC",
      now: instant,
    })
    expect(show(comparePeriod(period, "previous_period", instant))).toEqual([
      "2026-02-01T00:00:00.000Z",
      "2026-02-11T00:00:00.000Z",
      "2026-02-01",
      "2026-02-10",
    ])
  })

  it("knows the running month by the zone's own first", () => {
    const instant = new Date("2026-02-28T23:30:00Z")
    const period = periodOf("2026-03-01", "2026-03-01", BERLIN, instant)
    const former = comparePeriod(period, "previous_period", instant)
    expect([former.from_date, former.to_date]).toEqual([
      "2026-02-01",
      "2026-02-01",
    ])
  })
})

describe("comparePeriod, previous_year", () => {
  it.each([
    ["a month", ["2026-08-01", "2026-08-31"], ["2025-08-01", "2025-08-31"]],
    ["29 February", ["2028-02-29", "2028-02-29"], ["2027-02-28", "2027-02-28"]],
    [
      "from 29 February",
      ["2028-02-29", "2028-03-02"],
      ["2027-02-28", "2027-03-02"],
    ],
    [
      "February of a leap year",
      ["2028-02-01", "2028-02-29"],
      ["2027-02-01", "2027-02-28"],
    ],
    [
      "to 28 February of a leap year",
      ["2028-02-01", "2028-02-28"],
      ["2027-02-01", "2027-02-28"],
    ],
    [
      "28 February of a leap year",
      ["2028-02-28", "2028-02-28"],
      ["2027-02-28", "2027-02-28"],
    ],
    [
      "28 February of the year after one",
      ["2029-02-28", "2029-02-28"],
      ["2028-02-28", "2028-02-28"],
    ],
    [
      "1 March of the year after one",
      ["2029-03-01", "2029-03-01"],
      ["2028-03-01", "2028-03-01"],
    ],
    ["a year", ["2028-01-01", "2028-12-31"], ["2027-01-01", "2027-12-31"]],
  ])("%s", (_case, [from = "", to = ""], expected) => {
    const former = comparePeriod(periodOf(from, to), "previous_year", now)
    expect([former.from_date, former.to_date]).toEqual(expected)
  })

  it("keeps the time of day of an instant", () => {
    const period = periodOf("2026-08-10T10:00:00Z", "2026-08-10T11:00:00Z")
    expect(show(comparePeriod(period, "previous_year", now))).toEqual([
      "2025-08-10T10:00:00.000Z",
      "2025-08-10T11:00:00.000Z",
      "2025-08-10",
      "2025-08-10",
    ])
  })

  it("compares the running month with the same days of its year before", () => {
    const instant = new Date("2026-03-10T15:00:00Z")
    const period = periodOf("2026-03-01", "2026-03-31", BERLIN, instant)
    const former = comparePeriod(period, "previous_year", instant)
    expect(show(former)).toEqual([
      "2025-02-28T23:00:00.000Z",
      "2025-03-31T22:00:00.000Z",
      "2025-03-01",
      "2025-03-31",
    ])
  })
})

// Clocks change by half an hour, at midnight, or the day before it ends.
const ZONES = [
  "UTC",
  BERLIN,
  CAIRO,
  "America/New_York",
  "America/Havana",
  "America/Santiago",
  "America/St_Johns",
  "Asia/Beirut",
  "Asia/Kolkata",
  "Atlantic/Azores",
  "Australia/Lord_Howe",
  "Pacific/Chatham",
]
const DAY_MS = 86_400_000
const FIRST_DAY = Date.UTC(2026, 0, 1)

const isoDay = (time: number) => new Date(time).toISOString().slice(0, 10)
const daysFrom = (from: string, to: string) =>
  (Date.parse(to) - Date.parse(from)) / DAY_MS + 1

const wholeDays = fc
  .record({
    start: fc.integer({ min: 0, max: 1500 }),
    length: fc.integer({ min: 1, max: 120 }),
    timezone: fc.constantFrom(...ZONES),
  })
  .map(({ start, length, timezone }) => ({
    period: parsePeriod({
      from: isoDay(FIRST_DAY + start * DAY_MS),
      to: isoDay(FIRST_DAY + (start + length - 1) * DAY_MS),
      timezone,
      now,
    }),
    length,
  }))

// Long after all of them, so that none is the running month.
const longAfter = new Date("2031-01-15T00:00:00Z")

/** The date a year ago; 29 February becomes the 28th. */
const yearBefore = (date: string) => {
  const same = `${Number(date.slice(0, 4)) - 1}${date.slice(4)}`
  return same.endsWith("-02-29") ? same.replace("-29", "-28") : same
}

describe("parsePeriod and comparePeriod, for any days", () => {
  it("parsePeriod ends after it begins and names the days asked for", () => {
    checkProperty(
      fc.property(wholeDays, ({ period, length }) => {
        expect(period.from.getTime()).toBeLessThan(period.to.getTime())
        expect(daysFrom(period.from_date, period.to_date)).toBe(length)
      })
    )
  })

  it("parsePeriod begins and ends where a day does", () => {
    checkProperty(
      fc.property(wholeDays, ({ period }) => {
        const { from, to, from_date, to_date, timezone } = period
        const dayOf = (time: number) => calendarDate(new Date(time), timezone)
        expect(dayOf(from.getTime())).toBe(from_date)
        expect(dayOf(from.getTime() - 1) < from_date).toBe(true)
        expect(dayOf(to.getTime() - 1)).toBe(to_date)
        expect(dayOf(to.getTime()) > to_date).toBe(true)
      })
    )
  })

  it("previous_period has as many days and ends where the period begins", () => {
    checkProperty(
      fc.property(wholeDays, ({ period, length }) => {
        const former = comparePeriod(period, "previous_period", longAfter)
        expect(former.to).toEqual(period.from)
        expect(daysFrom(former.from_date, former.to_date)).toBe(length)
        // All of its first day: it is what one asks for by bare dates.
        const { from_date, to_date, timezone } = former
        expect(former).toEqual(
          parsePeriod({ from: from_date, to: to_date, timezone, now })
        )
      })
    )
  })

  it("previous_year has the same dates of the year before", () => {
    checkProperty(
      fc.property(wholeDays, ({ period }) => {
        const former = comparePeriod(period, "previous_year", longAfter)
        const { timezone } = period
        expect(former).toEqual(
          parsePeriod({
            from: yearBefore(period.from_date),
            to: yearBefore(period.to_date),
            timezone,
            now,
          })
        )
      })
    )
  })

  it("a running month is compared with the first days of the former month", () => {
    checkProperty(
      fc.property(
        fc.integer({ min: 0, max: 1500 }),
        fc.integer({ min: 0, max: DAY_MS - 1 }),
        fc.constantFrom(...ZONES),
        (start, timeOfDay, timezone) => {
          const today = isoDay(FIRST_DAY + start * DAY_MS)
          const first = `${today.slice(0, 7)}-01`
          const day = parsePeriod({ from: today, to: today, timezone, now })
          const instant = new Date(
            Math.min(day.from.getTime() + timeOfDay, day.to.getTime() - 1)
          )
          const former = comparePeriod(
            parsePeriod({ from: first, to: today, timezone, now: instant }),
            "previous_period",
            instant
          )
          const lastOfFormer = isoDay(Date.parse(first) - DAY_MS)
          const month = lastOfFormer.slice(0, 7)
          const sameDay = `${month}-${today.slice(8)}`
          expect([former.from_date, former.to_date]).toEqual([
            `${month}-01`,
            sameDay < lastOfFormer ? sameDay : lastOfFormer,
          ])
        }
      )
    )
  })
})
