import BigNumber from "bignumber.js"
import type {
  LeftOutKind,
  SpendAnswers,
  SpendField,
  SpendLeftOut,
  SpendQuestion,
  SpendQuestionId,
  SpendReading,
  SpendSum,
} from "../../types"
import { checkTotals } from "./check-totals"
import { combineRows } from "./combine-rows"
import type { RawRow } from "./csv-rows"
import { currenciesOf, isCurrency } from "./currencies"
import { addDays } from "./days"
import { findColumns, type SpendColumns } from "./find-columns"
import { findHeader } from "./find-table"
import { REPORT_PLATFORMS } from "./header-names"
import { platformName } from "./platform-name"
import { readFormats } from "./read-formats"
import { NO_CURRENCY, readRow, type RowRules, type SpendRow } from "./read-row"
import { Refusals } from "./refusals"
import { dateFieldOf, rowKind } from "./table-rows"
import { readTitleLines, type TitleLines } from "./title-lines"

/** A table that can be read more than once. */
export interface SpendTable {
  format: "csv" | "xlsx"
  encoding: string | null
  delimiter: string | null
  rows: () => Iterable<RawRow>
}

export interface SpendContext {
  /** Today in UTC, YYYY-MM-DD: no report is of a later day than the next one. */
  today: string
  /** Currencies to choose from where a file names none. */
  currencies: string[]
}

const SHOWN_LINES = 5
// Somewhere it is tomorrow already.
const DAYS_AHEAD = 1
const NO_PLATFORM = ""
const TOTAL_WORD =
  /^(?:total|gesamt|insgesamt|summe|totale|totaal|grand total)\b/i

/**
 * Everything that a file says of what campaigns cost, and what has to be asked before
 * that is sure.
 *
 * @throws RangeError for a file without any table
 */
export function readSpend(
  table: SpendTable,
  answers: SpendAnswers,
  context: SpendContext
): SpendReading {
  const header = findHeader(table.rows(), Object.values(answers.mapping ?? {}))
  if (!header) {
    throw new RangeError("there is no table in it")
  }
  const above = [...rowsBefore(table.rows(), header.row.line)]
  const titles = readTitleLines(above)
  const named = answers.platform ? platformName(answers.platform) : null
  const columns = findColumns(
    header.row.cells,
    answers.mapping,
    REPORT_PLATFORMS.find((platform) => platform === named) ?? null
  )
  const rows = () => rowsAfter(table.rows(), header.row.line)
  const lastDay = addDays(context.today, DAYS_AHEAD)
  const missing = missingColumns(columns, titles)
  const formats = readFormats(rows, columns, titles, lastDay, answers)
  const detected =
    columns.platform === "own" ? null : (columns.platform ?? null)
  const rules: RowRules = {
    columns,
    number_format: formats.number_format ?? "1,234.56",
    date_format: formats.date_format ?? "DD/MM/YYYY",
    platform: named ?? detected,
    currency: answers.currency?.toLowerCase() ?? null,
    range: titles.range[formats.date_format ?? "DD/MM/YYYY"],
    last_day: lastDay,
  }
  const refusals = new Refusals()
  if (answers.currency && !isCurrency(answers.currency)) {
    refusals.add("currency", "is no currency of ISO 4217", 0, answers.currency)
  }
  const sorted = sortRows(rows, rules, refusals, missing.length > 0)
  const combined = combineRows(sorted.rows, answers.choices)
  for (const id of combined.refused) {
    refusals.add(id, "is refused by your answer", 0, "")
  }
  return {
    format: table.format,
    encoding: table.encoding,
    delimiter: table.delimiter,
    header_line: header.row.line,
    header: header.row.cells,
    columns: shownColumns(columns),
    language: columns.language,
    platform: rules.platform,
    number_format: formats.number_format,
    date_format: formats.date_format,
    currency: rules.currency ?? columns.currency,
    accounts: accountsOf(sorted.rows, titles),
    time_zone: columns.time_zone ?? titles.time_zone,
    days: combined.days,
    names: combined.names,
    sums: sumsOf(combined.days),
    left_out: [
      leftOut("title", [...above, ...sorted.titles]),
      leftOut("total", sorted.totals),
      leftOut("footer", sorted.footers),
      ...(["part_of_all", "repeated", "not_spread"] as const).map((kind) =>
        linesLeftOut(kind, combined[kind])
      ),
    ].filter(({ count }) => count > 0),
    total_mismatches: refusals.list().length
      ? []
      : checkTotals(sorted.totals, combined.counted, rules),
    questions: [
      ...missing,
      ...platformQuestion(sorted.rows),
      ...formats.questions,
      ...currencyQuestion(sorted.rows, context.currencies),
      ...combined.questions,
    ],
    refusals: refusals.list(),
  }
}

function* rowsBefore(rows: Iterable<RawRow>, line: number) {
  for (const row of rows) {
    if (row.line >= line) {
      return
    }
    yield row
  }
}

function* rowsAfter(rows: Iterable<RawRow>, line: number) {
  for (const row of rows) {
    if (row.line > line) {
      yield row
    }
  }
}

interface SortedRows {
  rows: SpendRow[]
  totals: RawRow[]
  footers: RawRow[]
  titles: RawRow[]
}

function sortRows(
  rows: () => Iterable<RawRow>,
  rules: RowRules,
  refusals: Refusals,
  isUnreadable: boolean
): SortedRows {
  const sorted: SortedRows = { rows: [], totals: [], footers: [], titles: [] }
  if (isUnreadable) {
    return sorted
  }
  const raw = new Map<number, RawRow>()
  for (const row of rows()) {
    const kind = rowKind(row, rules.columns)
    if (kind === "row") {
      const read = readRow(row, rules, refusals)
      if (read) {
        sorted.rows.push(read)
        if (TOTAL_WORD.test(read.campaign) && read.external_id === null) {
          raw.set(row.line, row)
        }
      }
    } else {
      sorted[`${kind}s`].push(row)
    }
  }
  return dateFieldOf(rules.columns) === null ? splitTotals(sorted, raw) : sorted
}

/** Without days, a total is a row called so that is the sum of the others. */
function splitTotals(sorted: SortedRows, raw: Map<number, RawRow>): SortedRows {
  const rows = sorted.rows.filter(({ line }) => !raw.has(line))
  const sum = rows.reduce(
    (total, { amounts }) => total.plus(amounts.spend ?? 0),
    new BigNumber(0)
  )
  const isTotal = ({ line, amounts }: SpendRow) =>
    rows.length > 0 && raw.has(line) && amounts.spend?.eq(sum) === true
  return {
    ...sorted,
    rows: sorted.rows.filter((row) => !isTotal(row)),
    totals: [
      ...sorted.totals,
      ...sorted.rows.filter(isTotal).map(({ line }) => raw.get(line)!),
    ],
  }
}

function missingColumns(
  columns: SpendColumns,
  titles: TitleLines
): SpendQuestion[] {
  const has = (...fields: SpendField[]) =>
    fields.some((field) => columns.fields.has(field))
  const hasDays =
    dateFieldOf(columns) !== null || Object.values(titles.range).some(Boolean)
  const missing: [SpendQuestionId, boolean][] = [
    ["column_campaign", !has("campaign", "external_id")],
    ["column_date", !hasDays],
    ["column_spend", !has("spend")],
  ]
  return missing
    .filter(([, isMissing]) => isMissing)
    .map(([id]) => ({
      id,
      count: 1,
      examples: [],
      choices: columns.header
        .filter(Boolean)
        .map((value) => ({ value, reading: null })),
    }))
}

function platformQuestion(rows: SpendRow[]): SpendQuestion[] {
  const unnamed = rows.filter(({ platform }) => platform === NO_PLATFORM)
  const choices = REPORT_PLATFORMS.filter((platform) => platform !== "own")
  return question("platform", unnamed, choices, ({ campaign }) => campaign)
}

function currencyQuestion(rows: SpendRow[], known: string[]): SpendQuestion[] {
  const unnamed = rows.filter(({ currency }) => currency === NO_CURRENCY)
  const sign = unnamed.find((row) => row.sign)?.sign
  return question(
    "currency",
    unnamed,
    sign ? currenciesOf(sign) : known,
    (row) => `${row.sign ?? ""}${row.amounts.spend?.toFixed() ?? ""}`
  )
}

function question(
  id: SpendQuestionId,
  rows: SpendRow[],
  choices: readonly string[],
  shown: (row: SpendRow) => string
): SpendQuestion[] {
  return rows.length === 0
    ? []
    : [
        {
          id,
          count: rows.length,
          examples: rows
            .slice(0, SHOWN_LINES)
            .map((row) => ({ line: row.line, value: shown(row) })),
          choices: choices.map((value) => ({ value, reading: null })),
        },
      ]
}

function shownColumns(columns: SpendColumns): SpendReading["columns"] {
  const fields = new Map(
    [...columns.fields].map(([field, index]) => [index, field])
  )
  return columns.header.map((name, index) => ({
    name,
    field:
      fields.get(index) ??
      (columns.dimensions.includes(index) ? "dimension" : null),
  }))
}

function accountsOf(rows: SpendRow[], titles: TitleLines): string[] {
  const named = new Set(rows.flatMap(({ account }) => account ?? []))
  return named.size > 0 ? [...named] : titles.account ? [titles.account] : []
}

function sumsOf(days: SpendReading["days"]): SpendSum[] {
  const sums = new Map<string, SpendSum>()
  for (const { currency, date, spend, impressions, clicks } of days) {
    const sum = sums.get(currency)
    sums.set(currency, {
      currency,
      spend: plus(sum?.spend ?? "0", spend),
      impressions: plus(sum?.impressions ?? "0", impressions),
      clicks: plus(sum?.clicks ?? "0", clicks),
      from_date: sum && sum.from_date < date ? sum.from_date : date,
      to_date: sum && sum.to_date > date ? sum.to_date : date,
      rows: (sum?.rows ?? 0) + 1,
    })
  }
  return [...sums.values()]
}

function plus(a: string, b: string): string {
  return new BigNumber(a).plus(b).toFixed()
}

function leftOut(kind: LeftOutKind, rows: RawRow[]): SpendLeftOut {
  return {
    kind,
    count: rows.length,
    lines: rows.slice(0, SHOWN_LINES).map(({ line }) => line),
    text: (rows[0]?.cells ?? []).filter(Boolean).join(", "),
  }
}

function linesLeftOut(kind: LeftOutKind, lines: number[]): SpendLeftOut {
  return {
    kind,
    count: lines.length,
    lines: lines.slice(0, SHOWN_LINES),
    text: "",
  }
}
