import {
  DATE_FORMATS,
  type DateFormat,
  type HeaderLanguage,
  NUMBER_FORMATS,
  type NumberFormat,
} from "../../types"
import type { DateReadings, DaySpan } from "./read-date"
import { readNumber } from "./read-number"

// More are counted, not shown.
const SHOWN_EXAMPLES = 3

export interface FormatExample<Reading> {
  line: number
  value: string
  readings: Reading
}

/** What a file's cells leave open of how it writes something. */
export interface Decision<Format, Reading> {
  /** Null while two are possible and differ. */
  format: Format | null
  /** Cells of two meanings; none where the format is known. */
  count: number
  examples: FormatExample<Reading>[]
}

export interface NumberCell {
  line: number
  text: string
  /** A count: it has no decimals. */
  isWhole: boolean
}

/**
 * How a file writes numbers, by exclusion over all of its cells: one that has no
 * reading by a format, or is a count with decimals by it, excludes it. A cell that
 * excludes both says nothing: it is no number of this file.
 */
export function decideNumberFormat(
  cells: Iterable<NumberCell>
): Decision<NumberFormat, Record<NumberFormat, string>> {
  const against: Record<NumberFormat, number> = { "1,234.56": 0, "1.234,56": 0 }
  const examples: FormatExample<Record<NumberFormat, string>>[] = []
  let count = 0
  for (const { line, text, isWhole } of cells) {
    const readings = readNumber(text)
    const point = readings?.["1,234.56"] ?? null
    const comma = readings?.["1.234,56"] ?? null
    const fitsPoint = point !== null && (!isWhole || point.isInteger())
    const fitsComma = comma !== null && (!isWhole || comma.isInteger())
    if (fitsPoint && fitsComma && !point.eq(comma)) {
      count += 1
      if (examples.length < SHOWN_EXAMPLES) {
        const shown = {
          "1,234.56": point.toFixed(),
          "1.234,56": comma.toFixed(),
        }
        examples.push({ line, value: text, readings: shown })
      }
    } else if (fitsPoint !== fitsComma) {
      against[fitsPoint ? "1.234,56" : "1,234.56"] += 1
    }
  }
  const [point, comma] = NUMBER_FORMATS.map((format) => against[format])
  return point! + comma! > 0 || count === 0
    ? {
        // Cells against the one that most of them speak for are faults of theirs.
        format: point! <= comma! ? "1,234.56" : "1.234,56",
        count: 0,
        examples: [],
      }
    : { format: null, count, examples }
}

/**
 * The format that goes with a language, where it is the one by which the signs in
 * doubt group: "1.234" in a German file. The other way round it stays open.
 */
export function formatOfLanguage(
  language: HeaderLanguage | null,
  examples: { value: string }[]
): NumberFormat | null {
  if (language === null) {
    return null
  }
  const [format, group]: [NumberFormat, string] =
    language === "en" ? ["1,234.56", ","] : ["1.234,56", "."]
  return examples.every(({ value }) => value.includes(group)) ? format : null
}

export interface DateCell {
  line: number
  text: string
  readings: DateReadings
}

/** Days that a file can have, as far as known. */
export interface DateBounds {
  from: string | null
  to: string
}

/**
 * In which order a file writes day and month, by exclusion over all of its cells:
 * what is no day of the calendar or outside the bounds excludes an order.
 *
 * @param bounds - by each order, for the file's title may write days in it, too
 */
export function decideDateFormat(
  cells: Iterable<DateCell>,
  bounds: Record<DateFormat, DateBounds>
): Decision<DateFormat, DateReadings> {
  const against: Record<DateFormat, number> = {
    "DD/MM/YYYY": 0,
    "MM/DD/YYYY": 0,
  }
  const examples: FormatExample<DateReadings>[] = []
  let count = 0
  for (const { line, text, readings } of cells) {
    const [dayFirst, monthFirst] = DATE_FORMATS.map((format) =>
      isWithin(readings[format], bounds[format])
    )
    const differ = readings["DD/MM/YYYY"]?.from !== readings["MM/DD/YYYY"]?.from
    if (dayFirst !== monthFirst) {
      against[dayFirst ? "MM/DD/YYYY" : "DD/MM/YYYY"] += 1
    } else if (dayFirst && differ) {
      count += 1
      if (examples.length < SHOWN_EXAMPLES) {
        examples.push({ line, value: text, readings })
      }
    }
  }
  const [dayFirst, monthFirst] = DATE_FORMATS.map((format) => against[format])
  return dayFirst! + monthFirst! > 0 || count === 0
    ? {
        format: dayFirst! <= monthFirst! ? "DD/MM/YYYY" : "MM/DD/YYYY",
        count: 0,
        examples: [],
      }
    : { format: null, count, examples }
}

function isWithin(span: DaySpan | null, { from, to }: DateBounds): boolean {
  return span !== null && (from === null || span.from >= from) && span.to <= to
}
