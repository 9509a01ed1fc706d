import BigNumber from "bignumber.js"
import type { Decimal, FxRate } from "../../types"

export interface FxPeriod {
  currency: string
  /** First day it holds, YYYY-MM-DD; "" = since ever. */
  from_date: string
  /** First day it no longer holds; "9999-12-31" = still holds. */
  until_date: string
  rate: Decimal
}

const OPEN_END = "9999-12-31"
const RATE_DECIMALS = 12

/**
 * The rates into one currency as half-open day periods, at most one of them
 * holding for a currency and day. A rate given only the other way round is
 * inverted (12 decimals); where both are given, the direct one counts, and of
 * two of the same day the first. The currency itself is there with rate 1.
 *
 * @param table - the option `fx`
 * @param target - ISO 4217 code, lower case
 */
export function fxPeriods(
  table: readonly FxRate[],
  target: string
): FxPeriod[] {
  const direct = table
    .filter((row) => row.to === target)
    .map(({ from, rate, valid_from }) => dated(from, rate, valid_from))
  const known = new Set(direct.map((row) => row.currency))
  const inverse = table
    .filter((row) => row.from === target && !known.has(row.to))
    .map(({ to, rate, valid_from }) =>
      dated(
        to,
        new BigNumber(1).div(rate).decimalPlaces(RATE_DECIMALS),
        valid_from
      )
    )
  const rows = [...direct, ...inverse].filter(
    (row, index, all) =>
      row.currency !== target && index === all.findIndex(isSameStart(row))
  )
  const identity = { currency: target, from_date: "", rate: "1" }
  return [identity, ...rows].map((row) => ({
    ...row,
    until_date: nextStart(rows, row),
  }))
}

/** The rate of one day, or null when the table has none for it. */
export function fxRateOn(
  periods: readonly FxPeriod[],
  currency: string,
  day: string
): Decimal | null {
  const period = periods.find(
    (row) =>
      row.currency === currency && row.from_date <= day && day < row.until_date
  )
  return period?.rate ?? null
}

type DatedRate = Omit<FxPeriod, "until_date">

function dated(
  currency: string,
  rate: BigNumber.Value,
  validFrom = ""
): DatedRate {
  return {
    currency,
    from_date: validFrom,
    rate: new BigNumber(rate).toFixed(),
  }
}

function isSameStart(row: DatedRate) {
  return (other: DatedRate) =>
    other.currency === row.currency && other.from_date === row.from_date
}

function nextStart(rows: readonly DatedRate[], row: DatedRate): string {
  const later = rows
    .filter((r) => r.currency === row.currency && r.from_date > row.from_date)
    .map((r) => r.from_date)
  return later.toSorted()[0] ?? OPEN_END
}
