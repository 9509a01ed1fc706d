import fc from "fast-check"
import {
  dayIn,
  PRESETS,
  rangeOf,
  rangeParams,
  rangeQuery,
  readRange,
} from "../../../src/admin/lib/date-range"
import {
  changeOf,
  formatCount,
  formatDay,
  formatDays,
  formatDuration,
  formatInstant,
  formatMoney,
  formatRatio,
  formatShare,
} from "../../../src/admin/lib/format"
import { de, en } from "../../../src/admin/i18n"

const params = (query: string) => new URLSearchParams(query)
const TODAY = "2026-03-01"

describe("date ranges", () => {
  it.each([
    ["last_7_days", "2026-02-22", "2026-02-28"],
    ["last_30_days", "2026-01-30", "2026-02-28"],
    ["last_90_days", "2025-12-01", "2026-02-28"],
    ["this_month", "2026-03-01", "2026-03-01"],
    ["last_month", "2026-02-01", "2026-02-28"],
    ["this_year", "2026-01-01", "2026-03-01"],
  ] as const)("%s are %s to %s", (preset, from, to) => {
    expect(rangeOf(preset, TODAY)).toEqual({ from, to })
  })

  it("go by the store's day, not the reader's", () => {
    const instant = new Date("2026-10-24T23:30:00Z")
    expect(dayIn("Europe/Berlin", instant)).toBe("2026-10-25")
    expect(dayIn("UTC", instant)).toBe("2026-10-24")
    expect(dayIn("America/New_York", instant)).toBe("2026-10-24")
  })

  it.each([
    ["nothing", ""],
    ["no preset", "range=constructor&compare=__proto__"],
    ["half a range", "from=2026-01-01"],
    ["a range the wrong way round", "from=2026-02-01&to=2026-01-01"],
    ["no dates", "from=x&to=%27%3B--"],
  ])("are the default for a URL with %s", (_case, query) => {
    expect(readRange(params(query), TODAY)).toEqual({
      preset: "last_30_days",
      compare: "previous_period",
      from: "2026-01-30",
      to: "2026-02-28",
    })
  })

  it("are in the URL as they were chosen", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...PRESETS),
        fc.constantFrom("none", "previous_period", "previous_year" as const),
        (preset, compare) => {
          const state = readRange(
            params(`range=${preset}&compare=${compare}`),
            TODAY
          )
          const written = new URLSearchParams(rangeParams(state))
          expect(readRange(written, TODAY)).toEqual(state)
          expect(written.get("range")).toBe(preset)
        }
      )
    )
    const custom = readRange(params("from=2026-01-05&to=2026-01-07"), TODAY)
    expect(custom.preset).toBe("custom")
    expect(readRange(new URLSearchParams(rangeParams(custom)), TODAY)).toEqual(
      custom
    )
  })

  it("ask the API for no comparison when there is none", () => {
    const state = readRange(params("compare=none"), TODAY)
    expect(rangeQuery(state).compare).toBeUndefined()
    expect(rangeQuery({ ...state, compare: "previous_year" }).compare).toBe(
      "previous_year"
    )
  })
})

describe("figures", () => {
  it("are written in the reader's way", () => {
    expect(formatMoney(1234.5, "gbp", "en-GB")).toBe("£1,234.50")
    expect(formatMoney(1234.5, "jpy", "en-GB")).toBe("JP¥1,235")
    expect(formatMoney(1234.5, "eur", "de-DE")).toBe("1.234,50\u00a0€")
    expect(formatCount(2.25, "en")).toBe("2.3")
    expect(formatRatio(3.4, "en")).toBe("3.40")
    expect(formatShare(0.825, "en")).toBe("82.5%")
    expect(formatShare(0.1, "en", { isSigned: true })).toBe("+10%")
    expect(formatDay("2026-11-20", "en-GB")).toBe("20 Nov 2026")
    expect(
      formatInstant("2026-11-20T23:30:00Z", "en-GB", "Europe/Berlin")
    ).toBe("21 Nov 2026, 00:30")
  })

  it.each([
    [0, "0 seconds"],
    [1, "1 second"],
    [59.4, "59 seconds"],
    [60, "1 minute"],
    [3_599, "60 minutes"],
    [9_000, "2.5 hours"],
    [86_400, "1 day"],
    [400 * 86_400, "400 days"],
    [null, "–"],
    [undefined, "–"],
  ])("of %s seconds are written as %s", (seconds, text) => {
    expect(formatDuration(seconds, "en")).toBe(text)
  })

  it("of whole days stay days", () => {
    expect(formatDays(1, "en")).toBe("1 day")
    expect(formatDays(365, "de")).toBe("365 Tage")
  })

  it.each([null, undefined, Number.NaN, Number.POSITIVE_INFINITY])(
    "that are missing (%s) are a dash",
    (value) => {
      expect(formatMoney(value, "gbp", "en")).toBe("–")
      expect(formatRatio(value, "en")).toBe("–")
    }
  )

  it("change by a share of the former, if there is one", () => {
    expect(changeOf(112, 100)).toBeCloseTo(0.12, 12)
    expect(changeOf(-5, -10)).toBeCloseTo(0.5, 12)
    expect(changeOf(1, 0)).toBeNull()
    expect(changeOf(null, 1)).toBeNull()
    expect(changeOf(1, null)).toBeNull()
  })
})

describe("translations", () => {
  const keysOf = (value: unknown, path = ""): string[] =>
    typeof value === "object" && value !== null
      ? Object.entries(value).flatMap(([key, part]) =>
          keysOf(part, `${path}/${key}`)
        )
      : [path]
  const textOf = (value: unknown, path: string): string =>
    path
      .split("/")
      .slice(1)
      .reduce<unknown>(
        (part, key) => (part as Record<string, unknown>)[key],
        value
      ) as string
  const placeholders = (text: string) =>
    [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).toSorted()

  it("have every text in both languages, with the same placeholders", () => {
    expect(keysOf(de).toSorted()).toEqual(keysOf(en).toSorted())
    for (const path of keysOf(en)) {
      expect([path, placeholders(textOf(de, path))]).toEqual([
        path,
        placeholders(textOf(en, path)),
      ])
    }
  })
})
