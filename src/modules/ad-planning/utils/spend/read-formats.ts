import type {
  DateFormat,
  NumberFormat,
  SpendAnswers,
  SpendQuestion,
} from "../../types"
import { DATE_FORMATS, NUMBER_FORMATS } from "../../types"
import { formatOfTotals } from "./check-totals"
import type { RawRow } from "./csv-rows"
import {
  type DateCell,
  decideDateFormat,
  decideNumberFormat,
  formatOfLanguage,
  type NumberCell,
} from "./decide-formats"
import type { SpendColumns } from "./find-columns"
import { readDate } from "./read-date"
import {
  AMOUNT_FIELDS,
  cellOf,
  dateFieldOf,
  rowKind,
  WHOLE_FIELDS,
} from "./table-rows"
import type { TitleLines } from "./title-lines"

export interface DecidedFormats {
  number_format: NumberFormat | null
  date_format: DateFormat | null
  questions: SpendQuestion[]
}

type Rows = () => Iterable<RawRow>

/**
 * How a file writes numbers and days: by exclusion over all of it, then by its totals
 * and by the language of its header, then by what a person says.
 */
export function readFormats(
  rows: Rows,
  columns: SpendColumns,
  titles: TitleLines,
  lastDay: string,
  answers: SpendAnswers
): DecidedFormats {
  const questions: SpendQuestion[] = []
  const numbers = decideNumberFormat(numberCells(rows, columns))
  const number_format =
    numbers.format ??
    formatOfTotals(rows(), columns) ??
    formatOfLanguage(columns.language, numbers.examples) ??
    answers.number_format ??
    null
  if (number_format === null) {
    questions.push({
      id: "number_format",
      count: numbers.count,
      examples: numbers.examples.map(({ line, value }) => ({ line, value })),
      choices: NUMBER_FORMATS.map((value) => ({
        value,
        reading: numbers.examples[0]!.readings[value],
      })),
    })
  }
  const dates = decideDateFormat(
    dateCells(rows, columns),
    boundsOf(titles, lastDay)
  )
  const isDayFirst = columns.language !== null && columns.language !== "en"
  const date_format =
    dates.format ??
    (isDayFirst ? "DD/MM/YYYY" : null) ??
    answers.date_format ??
    null
  if (date_format === null) {
    questions.push({
      id: "date_format",
      count: dates.count,
      examples: dates.examples.map(({ line, value }) => ({ line, value })),
      choices: DATE_FORMATS.map((value) => ({
        value,
        reading: dates.examples[0]!.readings[value]?.from ?? null,
      })),
    })
  }
  return { number_format, date_format, questions }
}

function* numberCells(
  rows: Rows,
  columns: SpendColumns
): Generator<NumberCell, void> {
  for (const row of rows()) {
    const kind = rowKind(row, columns)
    if (kind !== "row" && kind !== "total") {
      continue
    }
    for (const field of AMOUNT_FIELDS) {
      const text = cellOf(row, columns, field)
      const isTyped = row.numeric?.has(columns.fields.get(field) ?? -1)
      if (text !== "" && !isTyped) {
        const isWhole = WHOLE_FIELDS.some((name) => name === field)
        yield { line: row.line, text, isWhole }
      }
    }
  }
}

function* dateCells(
  rows: Rows,
  columns: SpendColumns
): Generator<DateCell, void> {
  const field = dateFieldOf(columns)
  if (field === null) {
    return
  }
  for (const row of rows()) {
    if (rowKind(row, columns) !== "row") {
      continue
    }
    for (const name of [field, "end"] as const) {
      const text = cellOf(row, columns, name)
      const readings = text === "" ? null : readDate(text)
      if (readings) {
        yield { line: row.line, text, readings }
      }
    }
  }
}

function boundsOf({ range }: TitleLines, lastDay: string) {
  const of = (format: DateFormat) => ({
    from: range[format]?.from ?? null,
    to: range[format]?.to ?? lastDay,
  })
  return { "DD/MM/YYYY": of("DD/MM/YYYY"), "MM/DD/YYYY": of("MM/DD/YYYY") }
}
