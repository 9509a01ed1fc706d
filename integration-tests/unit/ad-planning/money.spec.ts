import fc from "fast-check"
import type { FxRate } from "../../../src/modules/ad-planning/types"
import {
  fxPeriods,
  fxRateOn,
} from "../../../src/modules/ad-planning/utils/money/fx-rate"
import { minorUnitDigits } from "../../../src/modules/ad-planning/utils/money/minor-units"
import { checkProperty } from "./helpers/check-property"

describe("minorUnitDigits", () => {
  it.each([
    ["jpy", 0],
    ["JPY", 0],
    ["krw", 0],
    ["vnd", 0],
    ["clp", 0],
    ["eur", 2],
    ["EUR", 2],
    ["Usd", 2],
    ["gbp", 2],
    ["inr", 2],
    ["kwd", 3],
    ["KWD", 3],
    ["bhd", 3],
    ["tnd", 3],
  ])("%s has %i decimals", (currency, digits) => {
    expect(minorUnitDigits(currency)).toBe(digits)
  })

  it.each([
    ["nothing", ""],
    ["two letters", "eu"],
    ["four letters", "euro"],
    ["a digit", "e1r"],
    ["a space", "eur "],
    ["a symbol", "€"],
  ])("rejects %s", (_case, currency) => {
    expect(() => minorUnitDigits(currency)).toThrow(RangeError)
  })
})

const eurToUsd: FxRate = { from: "eur", to: "usd", rate: 1.1 }
const usdToEur: FxRate = { from: "usd", to: "eur", rate: 0.9 }
const always = { from_date: "", until_date: "9999-12-31" }

describe("fxPeriods", () => {
  it("has the target itself with rate 1 for ever", () => {
    expect(fxPeriods([], "eur")).toEqual([
      { currency: "eur", ...always, rate: "1" },
    ])
  })

  it("takes a rate without a date as valid for ever", () => {
    expect(fxPeriods([eurToUsd], "usd")).toEqual([
      { currency: "usd", ...always, rate: "1" },
      { currency: "eur", ...always, rate: "1.1" },
    ])
  })

  it("ends a dated rate on the day before the next one begins", () => {
    const table: FxRate[] = [
      { ...eurToUsd, rate: 1.08, valid_from: "2026-03-01" },
      eurToUsd,
      { ...eurToUsd, rate: 1.12, valid_from: "2026-01-01" },
    ]
    expect(fxPeriods(table, "usd")).toEqual([
      { currency: "usd", ...always, rate: "1" },
      {
        currency: "eur",
        from_date: "2026-03-01",
        until_date: "9999-12-31",
        rate: "1.08",
      },
      {
        currency: "eur",
        from_date: "",
        until_date: "2026-01-01",
        rate: "1.1",
      },
      {
        currency: "eur",
        from_date: "2026-01-01",
        until_date: "2026-03-01",
        rate: "1.12",
      },
    ])
  })

  it("inverts a rate given only the other way round, to 12 decimals", () => {
    expect(fxPeriods([eurToUsd], "eur")).toEqual([
      { currency: "eur", ...always, rate: "1" },
      { currency: "usd", ...always, rate: "0.909090909091" },
    ])
  })

  it("prefers the direct rate, also where it begins later", () => {
    const later = { ...usdToEur, valid_from: "2026-06-01" }
    expect(fxPeriods([eurToUsd, later], "eur")).toEqual([
      { currency: "eur", ...always, rate: "1" },
      {
        currency: "usd",
        from_date: "2026-06-01",
        until_date: "9999-12-31",
        rate: "0.9",
      },
    ])
  })

  it("does not chain rates and ignores other pairs", () => {
    const table: FxRate[] = [
      { from: "gbp", to: "usd", rate: 1.25 },
      { from: "jpy", to: "gbp", rate: 0.005 },
    ]
    expect(fxPeriods(table, "eur")).toEqual([
      { currency: "eur", ...always, rate: "1" },
    ])
  })

  it("ignores a rate of the target to itself", () => {
    const table: FxRate[] = [{ from: "eur", to: "eur", rate: 2 }]
    expect(fxPeriods(table, "eur")).toEqual([
      { currency: "eur", ...always, rate: "1" },
    ])
  })

  it("lets the first of two rates of the same day count", () => {
    expect(fxPeriods([eurToUsd, { ...eurToUsd, rate: 1.2 }], "usd")).toEqual([
      { currency: "usd", ...always, rate: "1" },
      { currency: "eur", ...always, rate: "1.1" },
    ])
  })

  it("writes no exponent, however small the rate", () => {
    const table: FxRate[] = [{ from: "usd", to: "vnd", rate: 25_000 }]
    expect(fxPeriods(table, "usd")[1]?.rate).toBe("0.00004")
    const tiny: FxRate[] = [{ from: "vnd", to: "usd", rate: 1e-9 }]
    expect(fxPeriods(tiny, "usd")[1]?.rate).toBe("0.000000001")
  })
})

const CURRENCIES = ["eur", "usd", "gbp", "jpy"]
const DAYS = ["2026-01-01", "2026-01-02", "2026-06-30", "2026-12-31"]
const fxRow: fc.Arbitrary<FxRate> = fc
  .record({
    from: fc.constantFrom(...CURRENCIES),
    to: fc.constantFrom(...CURRENCIES),
    rate: fc.double({ min: 0.001, max: 1000, noNaN: true }),
    valid_from: fc.option(fc.constantFrom(...DAYS), { nil: undefined }),
  })
  .filter((row) => row.rate > 0)
const fxTable = fc.array(fxRow, { maxLength: 12 })

describe("fxRateOn", () => {
  const periods = fxPeriods(
    [
      { ...eurToUsd, rate: 1.1, valid_from: "2026-01-01" },
      { ...eurToUsd, rate: 1.08, valid_from: "2026-03-01" },
    ],
    "usd"
  )

  it.each([
    ["before the first rate", "eur", "2025-12-31", null],
    ["on the first day", "eur", "2026-01-01", "1.1"],
    ["on the last day", "eur", "2026-02-28", "1.1"],
    ["on the day of the next rate", "eur", "2026-03-01", "1.08"],
    ["years later", "eur", "2036-01-01", "1.08"],
    ["of an unknown currency", "gbp", "2026-02-01", null],
    ["of the target itself", "usd", "1999-01-01", "1"],
  ])("%s: %s on %s is %s", (_case, currency, day, rate) => {
    expect(fxRateOn(periods, currency, day)).toBe(rate)
  })

  it("gives a correction the rate of the order's day (case 6)", () => {
    const placedOn = "2026-02-28"
    const rate = fxRateOn(periods, "eur", placedOn)
    const placed = 100 * Number(rate)
    const cancelled = -100 * Number(rate)
    expect(placed + cancelled).toBe(0)
    expect(rate).toBe("1.1")
  })

  it("has at most one period for a currency and a day", () => {
    checkProperty(
      fc.property(
        fxTable,
        fc.constantFrom(...CURRENCIES),
        fc.constantFrom(...CURRENCIES),
        fc.constantFrom("2025-12-31", ...DAYS, "2027-01-01"),
        (table, target, currency, day) => {
          const holding = fxPeriods(table, target).filter(
            (period) =>
              period.currency === currency &&
              period.from_date <= day &&
              day < period.until_date
          )
          expect(holding.length).toBeLessThan(2)
          expect(fxRateOn(fxPeriods(table, target), currency, day)).toBe(
            holding[0]?.rate ?? null
          )
        }
      )
    )
  })

  it("takes the newest rate that has begun", () => {
    checkProperty(
      fc.property(
        fxTable,
        fc.constantFrom("2025-12-31", ...DAYS, "2027-01-01"),
        (table, day) => {
          const begun = table.filter(
            (row) =>
              row.from === "eur" &&
              row.to === "usd" &&
              (row.valid_from ?? "") <= day
          )
          fc.pre(begun.length > 0)
          const newest = begun.reduce((best, row) =>
            (row.valid_from ?? "") > (best.valid_from ?? "") ? row : best
          )
          const rate = fxRateOn(fxPeriods(table, "usd"), "eur", day)
          expect(Number(rate)).toBe(newest.rate)
        }
      )
    )
  })
})
