import type { DateFormat } from "../../types"
import { type DateReadings, type DaySpan, readDate } from "./read-date"
import type { RawRow } from "./csv-rows"
import { timeZoneOf } from "./normalise-header"

/** What stands above a table. */
export interface TitleLines {
  lines: { line: number; text: string }[]
  /** First and last day that it says the report is of, by each order. */
  range: Record<DateFormat, DaySpan | null>
  time_zone: string | null
  account: string | null
}

const DATES = [
  String.raw`\d{4}[-/.]\d{1,2}[-/.]\d{1,2}`,
  String.raw`\d{1,2}[-/.]\d{1,2}[-/.]\d{4}`,
  String.raw`\p{L}{3,}\.?\s\d{1,2},?\s\d{4}`,
  String.raw`\d{1,2}\.?\s(?:de\s)?\p{L}{3,}\.?\s(?:de\s)?\d{4}`,
]
const ANY_DATE = new RegExp(DATES.join("|"), "gu")
const ACCOUNT =
  /^(?:account(?: name)?|konto(?:name)?|compte|cuenta|conta|nome account|accountnaam)\s*[:,]\s*(.+)$/i

/** Reads the lines above a header: never a row, but they say days and account. */
export function readTitleLines(rows: RawRow[]): TitleLines {
  const lines = rows.map(({ line, cells }) => ({
    line,
    text: cells.filter(Boolean).join(", "),
  }))
  const found = (read: (text: string) => string | null) =>
    lines.map(({ text }) => read(text)).find((value) => value !== null) ?? null
  return {
    lines,
    range: rangeOf(lines.map(({ text }) => datesIn(text))),
    time_zone: found(timeZoneOf),
    account: found((text) => ACCOUNT.exec(text)?.[1]?.trim() ?? null),
  }
}

function datesIn(text: string): DateReadings[] {
  return [...text.matchAll(ANY_DATE)].flatMap(([date]) => readDate(date) ?? [])
}

/** A line with two days is a range; a day alone may be when it was made. */
function rangeOf(dates: DateReadings[][]): TitleLines["range"] {
  const [first, last] = dates.find((days) => days.length === 2) ?? []
  const of = (format: DateFormat): DaySpan | null => {
    const [start, end] = [first?.[format], last?.[format]]
    return start && end && start.from <= end.to
      ? { from: start.from, to: end.to }
      : null
  }
  return { "DD/MM/YYYY": of("DD/MM/YYYY"), "MM/DD/YYYY": of("MM/DD/YYYY") }
}
