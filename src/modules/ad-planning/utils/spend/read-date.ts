import { DATE_FORMATS, type DateFormat } from "../../types"

/** Days of a cell, both included; equal for a day. */
export interface DaySpan {
  from: string
  to: string
}

/** By each order of day and month; null = no day by this one. */
export type DateReadings = Record<DateFormat, DaySpan | null>

// Beginnings of the months' names, in seven languages, without accents.
const MONTHS = [
  "jan|jän|ene|gen",
  "feb|fev|fevr",
  "mar|mär|maerz|mrt|maa",
  "apr|avr|abr",
  "may|mai|maj|mei|mag",
  "jun|juin|giu",
  "jul|juil|lug",
  "aug|aou|ago",
  "sep|set",
  "oct|okt|out|ott",
  "nov",
  "dec|dez|dic|des",
].map((names) => names.split("|"))

/**
 * The day or days that a text names: ISO 8601 with or without a time, numbers in
 * either order, or a month by its name in seven languages; a month alone is all of
 * its days, and `from - to` is what lies between.
 */
export function readDate(text: string): DateReadings | null {
  const trimmed = text.trim()
  const readings = DATE_FORMATS.map(
    (format) => readDay(trimmed, format) ?? readRange(trimmed, format)
  )
  const [dayFirst, monthFirst] = readings
  return dayFirst || monthFirst
    ? { "DD/MM/YYYY": dayFirst ?? null, "MM/DD/YYYY": monthFirst ?? null }
    : null
}

function readRange(text: string, format: DateFormat): DaySpan | null {
  const parts = text.split(/\s+(?:-|–|—|to|bis|au|al|a|tot|até)\s+|\s*[–—]\s*/)
  const [first, last] = parts.map((part) => readDay(part.trim(), format))
  return parts.length === 2 && first && last && first.from <= last.to
    ? { from: first.from, to: last.to }
    : null
}

function readDay(text: string, format: DateFormat): DaySpan | null {
  const iso =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]\d{1,2}:.*)?$/.exec(text) ??
    /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(text)
  if (iso) {
    return oneDay(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  }
  const numbers =
    /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?:,? \d{1,2}:.*)?$/.exec(text)
  if (numbers) {
    const [, first, separator, second, year] = numbers
    const isDayFirst = format === "DD/MM/YYYY"
    // Nobody parts month first by full stops.
    return separator === "." && !isDayFirst
      ? null
      : oneDay(
          fullYear(year!),
          Number(isDayFirst ? second : first),
          Number(isDayFirst ? first : second)
        )
  }
  const month =
    /^(\d{4})[-/](\d{1,2})$/.exec(text) ?? /^(\d{1,2})[/.](\d{4})$/.exec(text)
  if (month) {
    const isYearFirst = month[1]!.length === 4
    return wholeMonth(
      Number(month[isYearFirst ? 1 : 2]),
      Number(month[isYearFirst ? 2 : 1])
    )
  }
  return readNamedMonth(text)
}

function readNamedMonth(text: string): DaySpan | null {
  const words = text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .match(/\p{L}+|\d+/gu)
  const months = (words ?? []).flatMap((word) => monthOf(word) ?? [])
  const numbers = (words ?? []).filter((word) => /^\d+$/.test(word))
  const years = numbers.filter((number) => number.length === 4)
  const days = numbers.filter((number) => number.length <= 2)
  if (
    months.length !== 1 ||
    years.length !== 1 ||
    days.length + 1 !== numbers.length ||
    days.length > 1
  ) {
    return null
  }
  const [year, month, day] = [Number(years[0]), months[0]!, days[0]]
  return day === undefined
    ? wholeMonth(year, month)
    : oneDay(year, month, Number(day))
}

function monthOf(word: string): number | null {
  const index = MONTHS.findIndex((names) =>
    names.some((name) => word.length >= 3 && word.startsWith(name))
  )
  return index === -1 ? null : index + 1
}

function fullYear(year: string): number {
  return year.length === 2 ? 2_000 + Number(year) : Number(year)
}

function oneDay(year: number, month: number, day: number): DaySpan | null {
  const iso = isoDay(year, month, day)
  return iso === null ? null : { from: iso, to: iso }
}

function wholeMonth(year: number, month: number): DaySpan | null {
  const from = isoDay(year, month, 1)
  return from === null
    ? null
    : {
        from,
        to: new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10),
      }
}

/** Null for what is no day of the calendar. */
function isoDay(year: number, month: number, day: number): string | null {
  const time = new Date(0)
  time.setUTCFullYear(year, month - 1, day)
  return year >= 1 &&
    year <= 9_999 &&
    time.getUTCMonth() === month - 1 &&
    time.getUTCDate() === day
    ? time.toISOString().slice(0, 10)
    : null
}
