import BigNumber from "bignumber.js"
import type { DateFormat, NumberFormat } from "../../types"
import type { RawRow } from "./csv-rows"
import { currenciesOf } from "./currencies"
import { addDays } from "./days"
import type { SpendColumns } from "./find-columns"
import { platformName } from "./platform-name"
import { type DaySpan, readDate } from "./read-date"
import { readNumber, readNumberText } from "./read-number"
import type { Refusals } from "./refusals"
import {
  type AmountField,
  cellOf,
  type DateField,
  dateFieldOf,
  eachAmount,
  WHOLE_FIELDS,
} from "./table-rows"

const MAX_NAME = 512
const MAX_AMOUNT = 1e15
// What a spreadsheet keeps of a number.
const EXACT_DIGITS = 15
const DAYS_PER_WEEK = 7
export const NO_CURRENCY = ""

/** How the file is to be read. */
export interface RowRules {
  columns: SpendColumns
  number_format: NumberFormat
  date_format: DateFormat
  /** Null where each row says it, or nobody has yet. */
  platform: string | null
  /** For rows that name none themselves. */
  currency: string | null
  /** Days of the title lines, for a file without a column of days. */
  range: DaySpan | null
  /** The last day that a report can have. */
  last_day: string
}

export interface SpendRow {
  line: number
  platform: string
  external_id: string | null
  campaign: string
  span: DaySpan
  currency: string
  /** A sign of several currencies that stands at its amount. */
  sign: string | null
  amounts: Record<AmountField, BigNumber | null>
  account: string | null
  /** What the dimension columns say. */
  parts: string[]
  /** All of the row, to find those that are the same. */
  text: string
}

/** Reads one row; null where it is refused. Every fault of it is named. */
export function readRow(
  row: RawRow,
  rules: RowRules,
  refusals: Refusals
): SpendRow | null {
  const { columns } = rules
  const get = (field: Parameters<typeof cellOf>[2]) =>
    cellOf(row, columns, field)
  let isRefused = false
  const refuse = (field: string, reason: string, value: string) => {
    isRefused = true
    refusals.add(field, reason, row.line, value)
  }
  if (row.cells.slice(columns.header.length).some(Boolean)) {
    refuse(
      "row",
      "has more values than the header has columns",
      row.cells.join(", ")
    )
    return null
  }
  const externalId = readId(row, columns, refuse)
  const campaign = get("campaign") || externalId || ""
  rejectText("campaign", campaign, refuse)
  const span = readSpan(row, rules, refuse)
  const amounts = readAmounts(row, rules, refuse)
  const { currency, sign } = readCurrency(row, rules, refuse)
  const platform = get("platform")
  return isRefused || !span
    ? null
    : {
        line: row.line,
        platform: platform ? platformName(platform) : (rules.platform ?? ""),
        external_id: externalId,
        campaign,
        span,
        currency,
        sign,
        amounts,
        account: get("account") || null,
        parts: columns.dimensions.map((index) => row.cells[index] ?? ""),
        text: row.cells.join("\u0001"),
      }
}

type Refuse = (field: string, reason: string, value: string) => void

function readId(
  row: RawRow,
  columns: SpendColumns,
  refuse: Refuse
): string | null {
  const text = cellOf(row, columns, "external_id")
  if (text === "") {
    return null
  }
  const isNumeric = row.numeric?.has(columns.fields.get("external_id")!)
  const isRounded =
    /^[+-]?\d+(?:[.,]\d+)?e\+?\d+$/i.test(text) ||
    (isNumeric && text.replace(/\D/g, "").length > EXACT_DIGITS)
  if (isRounded) {
    refuse("external_id", "the spreadsheet has rounded this id", text)
  }
  rejectText("external_id", text, refuse)
  return text
}

function rejectText(field: string, text: string, refuse: Refuse): void {
  if (text.length > MAX_NAME) {
    refuse(field, `is longer than ${MAX_NAME} characters`, text)
  } else if (text.includes("\0") || /\p{Surrogate}/u.test(text)) {
    refuse(field, "contains characters that cannot be stored", "")
  }
}

function readSpan(
  row: RawRow,
  rules: RowRules,
  refuse: Refuse
): DaySpan | null {
  const field = dateFieldOf(rules.columns)
  if (field === null) {
    return rules.range
  }
  const text = cellOf(row, rules.columns, field)
  const start = readDate(text)?.[rules.date_format]
  const end = cellOf(row, rules.columns, "end")
  const last =
    field === "start" && end !== ""
      ? readDate(end)?.[rules.date_format]
      : start && { from: start.from, to: lastOf(field, start) }
  if (!start || !last) {
    const isStart = !start
    refuse(
      isStart ? "date" : "end",
      "must be a day of the calendar",
      isStart ? text : end
    )
    return null
  }
  if (last.to < start.from) {
    refuse("end", "is before its start", end)
    return null
  }
  if (last.to > rules.last_day && start.from > rules.last_day) {
    refuse("date", "is in the future", text)
    return null
  }
  return {
    from: start.from,
    to: last.to > rules.last_day ? rules.last_day : last.to,
  }
}

/** A week is named by its first day, a month by any of its days. */
function lastOf(field: DateField, { from, to }: DaySpan): string {
  if (field === "date" || field === "start" || from !== to) {
    return to
  }
  if (field === "week") {
    return addDays(from, DAYS_PER_WEEK - 1)
  }
  const [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))]
  const months = { month: 1, quarter: 3, year: 12 }[field]
  return new Date(Date.UTC(year, month - 1 + months, 0))
    .toISOString()
    .slice(0, 10)
}

function readAmounts(
  row: RawRow,
  rules: RowRules,
  refuse: Refuse
): SpendRow["amounts"] {
  return eachAmount((field) => {
    const text = cellOf(row, rules.columns, field)
    // A spreadsheet's own number is written as numbers are here.
    const isTyped = row.numeric?.has(rules.columns.fields.get(field) ?? -1)
    const format = isTyped ? "1,234.56" : rules.number_format
    return text === "" ? null : readAmount(field, text, format, refuse)
  })
}

function readAmount(
  field: AmountField,
  text: string,
  format: NumberFormat,
  refuse: Refuse
): BigNumber | null {
  const readings = readNumber(text)
  const value = readings?.[format]
  if (!value) {
    refuse(
      field,
      readings
        ? `is not written as the other numbers are (${format})`
        : "must be a number",
      text
    )
    return null
  }
  const isWhole = WHOLE_FIELDS.some((name) => name === field)
  if (isWhole && !value.isInteger()) {
    refuse(field, "must be a whole number", text)
  } else if (value.isNegative() && !value.isZero()) {
    refuse(field, "must not be negative", text)
  } else if (value.gte(MAX_AMOUNT)) {
    refuse(field, "is too large", text)
  }
  return value.abs()
}

function readCurrency(
  row: RawRow,
  rules: RowRules,
  refuse: Refuse
): { currency: string; sign: string | null } {
  const stated = cellOf(row, rules.columns, "currency")
  const sign = readNumberText(cellOf(row, rules.columns, "spend"))?.sign ?? null
  const named = stated || sign || rules.columns.currency?.toUpperCase() || ""
  if (named === "") {
    return { currency: rules.currency ?? NO_CURRENCY, sign: null }
  }
  const possible = currenciesOf(named)
  if (possible.length === 0) {
    refuse("currency", "is no currency of ISO 4217", named)
  }
  if (possible.length > 1) {
    const chosen = possible.find((code) => code === rules.currency)
    return { currency: chosen ?? NO_CURRENCY, sign: named }
  }
  return { currency: possible[0] ?? NO_CURRENCY, sign: null }
}
