import { Readable } from "node:stream"
import ExcelJS from "exceljs"
import { MedusaError } from "@medusajs/framework/utils"
import type { RawRow } from "../modules/ad-planning/utils/spend/csv-rows"

// A workbook can unpack to a thousand times its size.
const MAX_ROWS = 200_000
const MAX_CHARACTERS = 100_000_000
const MAX_COLUMNS = 512

/**
 * The rows of a workbook's first sheet that has any, streamed and within limits.
 *
 * @throws MedusaError invalid_data for what is no workbook, or too large a one
 */
export async function readWorkbook(bytes: Buffer): Promise<RawRow[]> {
  try {
    return await readSheet(bytes)
  } catch (error) {
    if (error instanceof MedusaError) {
      throw error
    }
    const reason = error instanceof Error ? error.message : String(error)
    throw refusal(`the workbook cannot be read: ${reason}`)
  }
}

async function readSheet(bytes: Buffer): Promise<RawRow[]> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookReader(
    Readable.from(bytes),
    {
      entries: "ignore",
      sharedStrings: "cache",
      hyperlinks: "ignore",
      styles: "cache",
      worksheets: "emit",
    }
  )
  const rows: RawRow[] = []
  let characters = 0
  for await (const sheet of workbook) {
    for await (const row of sheet) {
      const read = readRow(row)
      characters += read.cells.reduce((sum, cell) => sum + cell.length, 0)
      if (rows.length >= MAX_ROWS || characters > MAX_CHARACTERS) {
        throw refusal(
          `the workbook has more than ${MAX_ROWS} rows or too much text`
        )
      }
      if (read.cells.some(Boolean)) {
        rows.push(read)
      }
    }
    if (rows.length > 0) {
      break
    }
  }
  return rows
}

function readRow(row: ExcelJS.Row): RawRow {
  const cells: string[] = []
  const numeric = new Set<number>()
  const width = Math.min(row.cellCount, MAX_COLUMNS)
  for (let index = 0; index < width; index += 1) {
    const { value, isNumber } = readCell(row.getCell(index + 1).value)
    cells.push(value.trim())
    if (isNumber) {
      numeric.add(index)
    }
  }
  return { line: row.number, cells, numeric }
}

function readCell(value: ExcelJS.CellValue): {
  value: string
  isNumber: boolean
} {
  if (typeof value === "number") {
    return { value: plainNumber(value), isNumber: true }
  }
  if (value instanceof Date) {
    return { value: value.toISOString().slice(0, 10), isNumber: false }
  }
  if (typeof value === "object" && value !== null) {
    if ("result" in value) {
      return readCell(value.result ?? null)
    }
    if ("richText" in value) {
      const text = value.richText.map((part) => part.text).join("")
      return { value: text, isNumber: false }
    }
    return { value: "text" in value ? `${value.text}` : "", isNumber: false }
  }
  return {
    value: value === null || value === undefined ? "" : `${value}`,
    isNumber: false,
  }
}

/** All digits of it: 120214000000000500, not 1.202140000000005e+17. */
function plainNumber(value: number): string {
  return Number.isInteger(value) && Math.abs(value) < 1e21
    ? BigInt(value).toString()
    : `${value}`
}

function refusal(reason: string): MedusaError {
  return new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `Invalid request: ${reason}`
  )
}
