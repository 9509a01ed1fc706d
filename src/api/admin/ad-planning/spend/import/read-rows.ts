import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { CsvError, parse } from "csv-parse/sync"
import { flag } from "../../../../utils/list-params"
import { parseInput } from "../../../../utils/validate"

/** Lines of one import; a larger history comes in several files. */
export const MAX_SPEND_LINES = 10_000

// The first line of a CSV file is its header.
const FIRST_CSV_LINE = 2

export const AdminImportSpendParams = z.strictObject({
  partial: flag.optional(),
})

const AdminImportSpend = z.strictObject({
  rows: z.array(z.unknown()).min(1).max(MAX_SPEND_LINES),
  partial: z.boolean().optional(),
})

export interface SpendRows {
  rows: unknown[]
  first_line: number
  partial: boolean
}

/**
 * The lines of an import from a JSON body `{ rows, partial }` or a CSV text
 * with a header line.
 *
 * @throws MedusaError invalid_data
 */
export function readSpendRows(body: unknown, isPartial: boolean): SpendRows {
  if (typeof body === "string") {
    const rows = readCsv(body)
    return { rows, first_line: FIRST_CSV_LINE, partial: isPartial }
  }
  const { rows, partial } = parseInput(AdminImportSpend, body)
  return { rows, first_line: 1, partial: partial ?? isPartial }
}

function readCsv(text: string): unknown[] {
  const rows = parseCsv(text)
  const problem =
    rows.length === 0
      ? "the CSV has no line below its header"
      : rows.length > MAX_SPEND_LINES
        ? `the CSV has ${rows.length} lines, at most ${MAX_SPEND_LINES} are read at once`
        : null
  if (problem) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `Invalid request: ${problem}`
    )
  }
  return rows
}

function parseCsv(text: string): unknown[] {
  try {
    return parse(text, {
      columns: readHeader,
      bom: true,
      skip_empty_lines: true,
      trim: true,
    })
  } catch (error) {
    if (error instanceof CsvError) {
      throw unreadable(error.message)
    }
    throw error
  }
}

function readHeader(header: string[]): string[] {
  const names = header.map((name) => name.trim().toLowerCase())
  if (names.length === 1) {
    throw unreadable("its header has no comma: values are separated by commas")
  }
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) {
    throw unreadable(`the column ${twice} is there twice`)
  }
  return names
}

function unreadable(reason: string): MedusaError {
  return new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `Invalid request: the CSV cannot be read: ${reason}`
  )
}
