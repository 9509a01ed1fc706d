import BigNumber from "bignumber.js"
import {
  NUMBER_FORMATS,
  type NumberFormat,
  type SpendTotalMismatch,
} from "../../types"
import { normaliseName } from "../text/normalise"
import type { RawRow } from "./csv-rows"
import { currenciesOf } from "./currencies"
import { readDate } from "./read-date"
import { readNumber } from "./read-number"
import type { RowRules, SpendRow } from "./read-row"
import {
  AMOUNT_FIELDS,
  type AmountField,
  cellOf,
  dateFieldOf,
  rowKind,
} from "./table-rows"

/** Totals of a file that are not the sums of their rows, amount by amount. */
export function checkTotals(
  totals: RawRow[],
  rows: SpendRow[],
  rules: RowRules
): SpendTotalMismatch[] {
  return totals.flatMap((total) => {
    const meant = rows.filter(isOf(total, rules))
    return AMOUNT_FIELDS.flatMap((field) => {
      const stated = readNumber(cellOf(total, rules.columns, field))
      const amount = stated?.[rules.number_format]
      const summed = sumOf(meant, field)
      return amount && !amount.eq(summed)
        ? {
            line: total.line,
            field,
            stated: amount.toFixed(),
            summed: summed.toFixed(),
          }
        : []
    })
  })
}

function sumOf(rows: SpendRow[], field: AmountField): BigNumber {
  return rows.reduce(
    (sum, { amounts }) => sum.plus(amounts[field] ?? 0),
    new BigNumber(0)
  )
}

/** What of a day, a campaign and a currency a total names, its rows have, too. */
function isOf(
  total: RawRow,
  { columns, date_format }: RowRules
): (row: SpendRow) => boolean {
  const dateField = dateFieldOf(columns)
  const day = dateField && readDate(cellOf(total, columns, dateField))
  const span = day?.[date_format]
  const id = cellOf(total, columns, "external_id")
  // Without a day its campaign's name may be a word such as "Total".
  const name = dateField
    ? normaliseName(cellOf(total, columns, "campaign"))
    : ""
  const isCampaign = (row: SpendRow) => normaliseName(row.campaign) === name
  const [currency] = currenciesOf(cellOf(total, columns, "currency"))
  return (row) =>
    (!span || dateField === "start" || row.span.from === span.from) &&
    (id === "" || row.external_id === id) &&
    (name === "" || id !== "" || isCampaign(row)) &&
    (!currency || row.currency === currency)
}

/** The way of writing numbers by which a total is the sum of all rows, if only one is. */
export function formatOfTotals(
  rows: Iterable<RawRow>,
  columns: RowRules["columns"]
): NumberFormat | null {
  const sums = { "1,234.56": new BigNumber(0), "1.234,56": new BigNumber(0) }
  const totals: RawRow[] = []
  for (const row of rows) {
    const kind = rowKind(row, columns)
    if (kind === "total") {
      totals.push(row)
    } else if (kind === "row") {
      const readings = readNumber(cellOf(row, columns, "spend"))
      for (const format of NUMBER_FORMATS) {
        sums[format] = sums[format].plus(readings?.[format] ?? 0)
      }
    }
  }
  const fitting = NUMBER_FORMATS.filter((format) =>
    totals.some((total) => {
      const readings = readNumber(cellOf(total, columns, "spend"))
      return readings?.[format]?.eq(sums[format])
    })
  )
  return fitting.length === 1 ? fitting[0]! : null
}
