import { createHash } from "node:crypto"
import { MedusaError } from "@medusajs/framework/utils"
import type { SpendAnswers, SpendReading } from "../modules/ad-planning/types"
import { csvRows } from "../modules/ad-planning/utils/spend/csv-rows"
import { decodeText } from "../modules/ad-planning/utils/spend/decode-text"
import {
  findDelimiter,
  findHeader,
} from "../modules/ad-planning/utils/spend/find-table"
import { fold } from "../modules/ad-planning/utils/spend/normalise-header"
import {
  readSpend,
  type SpendContext,
  type SpendTable,
} from "../modules/ad-planning/utils/spend/read-spend"
import { readWorkbook } from "./read-workbook"

const ZIP = "504b0304"
const OLD_EXCEL = "d0cf11e0"
const MAGIC_BYTES = 4

/** A file with what it has to be read by. */
export interface SpendFile {
  table: SpendTable
  /** Names its header row: what was answered once for such a file holds for the next. */
  header_hash: string
}

/**
 * Opens a file of any kind that is known.
 *
 * @throws MedusaError invalid_data
 */
export async function openSpendFile(
  bytes: Buffer,
  answers: SpendAnswers
): Promise<SpendFile> {
  const chosen = Object.values(answers.mapping ?? {})
  const table = await openTable(bytes, chosen)
  const header = readable(() => findHeader(table.rows(), chosen))
  const names = (header?.row.cells ?? []).map(fold)
  return {
    table,
    header_hash: createHash("sha256")
      .update(JSON.stringify(names))
      .digest("hex"),
  }
}

/** Reads an opened file. Its faults and open questions are in what it says. */
export function readSpendFile(
  { table }: SpendFile,
  answers: SpendAnswers,
  context: SpendContext
): SpendReading {
  return readable(() => readSpend(table, answers, context))
}

async function openTable(bytes: Buffer, chosen: string[]): Promise<SpendTable> {
  const magic = bytes.subarray(0, MAGIC_BYTES).toString("hex")
  if (magic === OLD_EXCEL) {
    throw refusal("an .xls workbook cannot be read: save it as .xlsx or CSV")
  }
  if (magic === ZIP) {
    const rows = await readWorkbook(bytes)
    return { format: "xlsx", encoding: null, delimiter: null, rows: () => rows }
  }
  const { text, encoding } = decodeText(bytes)
  const delimiter = findDelimiter(text, chosen)
  return {
    format: "csv",
    encoding,
    delimiter,
    rows: () => csvRows(text, delimiter),
  }
}

function readable<Result>(read: () => Result): Result {
  try {
    return read()
  } catch (error) {
    if (error instanceof RangeError) {
      throw refusal(`the file cannot be read: ${error.message}`)
    }
    throw error
  }
}

function refusal(reason: string): MedusaError {
  return new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `Invalid request: ${reason}`
  )
}
