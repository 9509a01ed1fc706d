import type { SpendField } from "../../types"
import type { RawRow } from "./csv-rows"
import type { SpendColumns } from "./find-columns"

/** Columns that say when: a row has its day by one of them. */
export const DATE_FIELDS = [
  "date",
  "start",
  "week",
  "month",
  "quarter",
  "year",
] as const satisfies SpendField[]
export type DateField = (typeof DATE_FIELDS)[number]

export const WHOLE_FIELDS = ["impressions", "clicks"] as const
export const AMOUNT_FIELDS = [
  "spend",
  ...WHOLE_FIELDS,
  "conversions",
  "value",
] as const satisfies SpendField[]
export type AmountField = (typeof AMOUNT_FIELDS)[number]

// What reports write for "nothing".
const ABSENT = ["", "-", "--", "\u2013", "\u2014"]

/** What a cell says, "" for none. */
export function cellOf(
  row: RawRow,
  columns: SpendColumns,
  field: SpendField
): string {
  const index = columns.fields.get(field)
  const text = index === undefined ? "" : (row.cells[index] ?? "").trim()
  return ABSENT.includes(text) ? "" : text
}

/** The column that days come from; null where the file has none. */
export function dateFieldOf(columns: SpendColumns): DateField | null {
  return DATE_FIELDS.find((field) => columns.fields.has(field)) ?? null
}

/**
 * What a row is. A total lacks its day or its campaign, whatever its words are; what
 * has no amount either is a footer.
 */
export function rowKind(
  row: RawRow,
  columns: SpendColumns
): "row" | "total" | "footer" | "title" {
  const isHeader =
    row.cells.length === columns.header.length &&
    row.cells.every((cell, index) => cell === columns.header[index])
  if (isHeader) {
    return "title"
  }
  const field = dateFieldOf(columns)
  const hasDay = field === null || cellOf(row, columns, field) !== ""
  const hasCampaign =
    cellOf(row, columns, "campaign") !== "" ||
    cellOf(row, columns, "external_id") !== ""
  if (hasDay && hasCampaign) {
    return "row"
  }
  return AMOUNT_FIELDS.some((name) => /\d/.test(cellOf(row, columns, name)))
    ? "total"
    : "footer"
}

/** One value for each amount of a row. */
export function eachAmount<Value>(
  valueOf: (field: AmountField) => Value
): Record<AmountField, Value> {
  return {
    spend: valueOf("spend"),
    impressions: valueOf("impressions"),
    clicks: valueOf("clicks"),
    conversions: valueOf("conversions"),
    value: valueOf("value"),
  }
}
