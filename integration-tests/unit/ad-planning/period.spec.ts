import {
  calendarDate,
  endOfDate,
  parsePeriod,
  type PeriodInput,
} from "../../../src/modules/ad-planning/utils/period/period"

const BERLIN = "Europe/Berlin"
const NEW_YORK = "America/New_York"
const now = new Date("2026-09-15T10:30:00Z")

function parse(input: Partial<PeriodInput>) {
  const { from, to, ...days } = parsePeriod({
    timezone: "UTC",
    now,
    ...input,
  })
  return { ...days, from: from.toISOString(), to: to.toISOString() }
}

describe("parsePeriod", () => {
  it.each([
    ["UTC", "2026-08-16T00:00:00.000Z", "2026-09-15T00:00:00.000Z"],
    [BERLIN, "2026-08-15T22:00:00.000Z", "2026-09-14T22:00:00.000Z"],
    [NEW_YORK, "2026-08-16T04:00:00.000Z", "2026-09-15T04:00:00.000Z"],
  ])("is by default the last 30 complete days in %s", (timezone, from, to) => {
    expect(parse({ timezone })).toEqual({
      from,
      to,
      from_date: "2026-08-16",
      to_date: "2026-09-14",
      timezone,
    })
  })

  it("counts complete days of the zone, not of the server", () => {
    const lateEvening = new Date("2026-09-15T22:30:00Z")
    expect(parse({ timezone: BERLIN, now: lateEvening })).toMatchObject({
      from_date: "2026-08-17",
      to_date: "2026-09-15",
    })
  })

  it.each<[string, Partial<PeriodInput>, string[], string[]]>([
    [
      "bare dates include both days",
      { from: "2026-08-01", to: "2026-08-31" },
      ["2026-08-01T00:00:00.000Z", "2026-09-01T00:00:00.000Z"],
      ["2026-08-01", "2026-08-31"],
    ],
    [
      "one bare date twice is that day",
      { from: "2026-08-01", to: "2026-08-01" },
      ["2026-08-01T00:00:00.000Z", "2026-08-02T00:00:00.000Z"],
      ["2026-08-01", "2026-08-01"],
    ],
    [
      "a bare date is midnight in the zone",
      { from: "2026-08-01", to: "2026-08-31", timezone: BERLIN },
      ["2026-07-31T22:00:00.000Z", "2026-08-31T22:00:00.000Z"],
      ["2026-08-01", "2026-08-31"],
    ],
    [
      "an instant is exclusive",
      { from: "2026-08-01T00:00:00Z", to: "2026-08-31T00:00:00Z" },
      ["2026-08-01T00:00:00.000Z", "2026-08-31T00:00:00.000Z"],
      ["2026-08-01", "2026-08-30"],
    ],
    [
      "an instant keeps its own offset",
      {
        from: "2026-08-01T00:00:00+02:00",
        to: "2026-08-01T10:00:00-04:00",
        timezone: BERLIN,
      },
      ["2026-07-31T22:00:00.000Z", "2026-08-01T14:00:00.000Z"],
      ["2026-08-01", "2026-08-01"],
    ],
    [
      "a time without an offset is local to the zone",
      { from: "2026-08-01T08:00", to: "2026-08-01T09:00", timezone: NEW_YORK },
      ["2026-08-01T12:00:00.000Z", "2026-08-01T13:00:00.000Z"],
      ["2026-08-01", "2026-08-01"],
    ],
    [
      "only from: it runs to now",
      { from: "2026-09-01" },
      ["2026-09-01T00:00:00.000Z", "2026-09-15T10:30:00.000Z"],
      ["2026-09-01", "2026-09-15"],
    ],
    [
      "only to: it is the 30 days before",
      { to: "2026-08-31" },
      ["2026-08-02T00:00:00.000Z", "2026-09-01T00:00:00.000Z"],
      ["2026-08-02", "2026-08-31"],
    ],
    [
      "only to, as an instant",
      { to: "2026-08-31T12:00:00Z" },
      ["2026-08-01T12:00:00.000Z", "2026-08-31T12:00:00.000Z"],
      ["2026-08-01", "2026-08-31"],
    ],
    [
      "empty text is no date",
      { from: "", to: "" },
      ["2026-08-16T00:00:00.000Z", "2026-09-15T00:00:00.000Z"],
      ["2026-08-16", "2026-09-14"],
    ],
    [
      "29 February",
      { from: "2028-02-29", to: "2028-02-29" },
      ["2028-02-29T00:00:00.000Z", "2028-03-01T00:00:00.000Z"],
      ["2028-02-29", "2028-02-29"],
    ],
    [
      "the spring day of Berlin has 23 hours",
      { from: "2026-03-29", to: "2026-03-29", timezone: BERLIN },
      ["2026-03-28T23:00:00.000Z", "2026-03-29T22:00:00.000Z"],
      ["2026-03-29", "2026-03-29"],
    ],
    [
      "the autumn day of Berlin has 25 hours",
      { from: "2026-10-25", to: "2026-10-25", timezone: BERLIN },
      ["2026-10-24T22:00:00.000Z", "2026-10-25T23:00:00.000Z"],
      ["2026-10-25", "2026-10-25"],
    ],
    [
      "the spring day of New York has 23 hours",
      { from: "2026-03-08", to: "2026-03-08", timezone: NEW_YORK },
      ["2026-03-08T05:00:00.000Z", "2026-03-09T04:00:00.000Z"],
      ["2026-03-08", "2026-03-08"],
    ],
    [
      "the autumn day of New York has 25 hours",
      { from: "2026-11-01", to: "2026-11-01", timezone: NEW_YORK },
      ["2026-11-01T04:00:00.000Z", "2026-11-02T05:00:00.000Z"],
      ["2026-11-01", "2026-11-01"],
    ],
    [
      "a day that begins at 1 o'clock, in Cairo",
      { from: "2026-04-24", to: "2026-04-24", timezone: "Africa/Cairo" },
      ["2026-04-23T22:00:00.000Z", "2026-04-24T21:00:00.000Z"],
      ["2026-04-24", "2026-04-24"],
    ],
    [
      "a day that has two midnights, in Havana, begins with the first",
      { from: "2026-11-01", to: "2026-11-01", timezone: "America/Havana" },
      ["2026-11-01T04:00:00.000Z", "2026-11-02T05:00:00.000Z"],
      ["2026-11-01", "2026-11-01"],
    ],
    [
      "30 days up to the eve of a day that begins at 1 o'clock",
      { to: "2026-04-23", timezone: "Africa/Cairo" },
      ["2026-03-24T22:00:00.000Z", "2026-04-23T22:00:00.000Z"],
      ["2026-03-25", "2026-04-23"],
    ],
  ])("%s", (_case, input, [from, to], [from_date, to_date]) => {
    expect(parse(input)).toEqual({
      from,
      to,
      from_date,
      to_date,
      timezone: input.timezone ?? "UTC",
    })
  })

  it("includes 22:59:59 and excludes 23:00 UTC of Berlin's 25 October (case 16)", () => {
    const { from, to } = parsePeriod({
      from: "2026-10-25",
      to: "2026-10-25",
      timezone: BERLIN,
      now,
    })
    const has = (instant: string) =>
      from <= new Date(instant) && new Date(instant) < to
    expect(has("2026-10-24T23:30:00Z")).toBe(true)
    expect(has("2026-10-25T22:59:59Z")).toBe(true)
    expect(has("2026-10-25T23:00:00Z")).toBe(false)
    expect(has("2026-10-24T21:59:59Z")).toBe(false)
  })

  it.each([
    ["a word", "yesterday"],
    ["a day that is none", "2026-02-30"],
    ["29 February of a common year", "2027-02-29"],
    ["month 13", "2026-13-01"],
    ["a German date", "31.08.2026"],
    ["an American date", "08/31/2026"],
    ["a date without dashes", "20260831"],
    ["a year", "2026"],
    ["a month", "2026-08"],
    ["a week", "2026-W35"],
    ["a day of the year", "2026-243"],
    ["a time without a day", "12:30"],
    ["a number of milliseconds", "1788134400000"],
    ["SQL", "2026-08-01'; DROP TABLE conversion; --"],
  ])("refuses %s, and names the field", (_case, value) => {
    expect(() => parse({ from: value })).toThrow(
      new RangeError(`from must be an ISO 8601 date or instant, got "${value}"`)
    )
    expect(() => parse({ to: value })).toThrow(
      new RangeError(`to must be an ISO 8601 date or instant, got "${value}"`)
    )
  })

  it.each([
    [
      "to before from",
      { from: "2026-08-02", to: "2026-08-01T00:00:00Z" },
      "2026-08-02T00:00:00.000Z",
      "2026-08-01T00:00:00.000Z",
    ],
    [
      "an empty period",
      { from: "2026-08-02", to: "2026-08-02T00:00:00Z" },
      "2026-08-02T00:00:00.000Z",
      "2026-08-02T00:00:00.000Z",
    ],
    [
      "bare dates that end where they begin",
      { from: "2026-08-02", to: "2026-08-01", timezone: BERLIN },
      "2026-08-02T00:00:00.000+02:00",
      "2026-08-02T00:00:00.000+02:00",
    ],
    [
      "a beginning in the future",
      { from: "2026-10-01" },
      "2026-10-01T00:00:00.000Z",
      "2026-09-15T10:30:00.000Z",
    ],
  ])("refuses %s", (_case, input, from, to) => {
    expect(() => parse(input)).toThrow(
      new RangeError(`from must be before to, got ${from} and ${to}`)
    )
  })
})

describe("calendarDate", () => {
  it.each([
    ["2026-10-24T23:30:00Z", BERLIN, "2026-10-25"],
    ["2026-10-24T21:59:59Z", BERLIN, "2026-10-24"],
    ["2026-10-25T22:59:59Z", BERLIN, "2026-10-25"],
    ["2026-10-25T23:00:00Z", BERLIN, "2026-10-26"],
    ["2026-10-24T23:30:00Z", "UTC", "2026-10-24"],
    ["2026-10-24T23:30:00Z", NEW_YORK, "2026-10-24"],
    ["2026-03-08T04:59:59Z", NEW_YORK, "2026-03-07"],
    ["2026-03-08T05:00:00Z", NEW_YORK, "2026-03-08"],
    ["2026-12-31T10:00:00Z", "Pacific/Kiritimati", "2027-01-01"],
    ["0099-06-01T12:00:00Z", "UTC", "0099-06-01"],
  ])("%s in %s is %s", (instant, timezone, date) => {
    expect(calendarDate(new Date(instant), timezone)).toBe(date)
  })
})

describe("endOfDate", () => {
  it.each([
    ["2026-08-31", "UTC", "2026-09-01T00:00:00.000Z"],
    ["2026-12-31", "UTC", "2027-01-01T00:00:00.000Z"],
    ["2026-03-29", BERLIN, "2026-03-29T22:00:00.000Z"],
    ["2026-10-25", BERLIN, "2026-10-25T23:00:00.000Z"],
    ["2026-03-08", NEW_YORK, "2026-03-09T04:00:00.000Z"],
    ["2026-11-01", NEW_YORK, "2026-11-02T05:00:00.000Z"],
    ["2026-04-23", "Africa/Cairo", "2026-04-23T22:00:00.000Z"],
    ["2026-04-24", "Africa/Cairo", "2026-04-24T21:00:00.000Z"],
  ])("of %s in %s is %s", (date, timezone, instant) => {
    expect(endOfDate(date, timezone).toISOString()).toBe(instant)
  })

  it("refuses what is no date", () => {
    expect(() => endOfDate("soon", "UTC")).toThrow(
      new RangeError('date must be an ISO 8601 date or instant, got "soon"')
    )
  })
})
