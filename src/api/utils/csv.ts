import { Readable, type Writable } from "node:stream"
import { pipeline } from "node:stream/promises"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { stringify } from "csv-stringify"
import { errorMessage } from "../../lib/error-message"

export type CsvRow = Record<string, unknown>

type CsvPages = AsyncIterable<CsvRow[]> | Iterable<CsvRow[]>

export interface CsvTable {
  /** Parts of the file's name: what it is, and of when. */
  name: string[]
  columns: readonly string[]
  pages: CsvPages
}

/** Whether a request wants CSV rather than JSON, which is the default. */
export function wantsCsv(req: MedusaRequest): boolean {
  return req.accepts(["application/json", "text/csv"]) === "text/csv"
}

/**
 * Answers a table as CSV, as fast as it is taken and never whole in memory.
 * What fails before the first row is thrown; what fails later breaks the answer
 * off, since the status has been sent.
 */
export async function sendCsv(
  req: MedusaRequest,
  res: MedusaResponse,
  { name, columns, pages }: CsvTable
): Promise<void> {
  const rest = readPages(pages)
  const first = await rest.next()
  res.vary("Accept")
  res.attachment(`ad-planning-${name.join("-")}.csv`)
  res.set("Content-Type", "text/csv; charset=utf-8")
  try {
    await writeCsv(columns, startedWith(first, rest), res)
  } catch (error) {
    if (!isClosedByReader(error)) {
      req.scope
        .resolve(ContainerRegistrationKeys.LOGGER)
        .error(`CSV of ${req.path} broken off: ${errorMessage(error)}`)
    }
  }
}

/**
 * Writes a header and rows. A text that a spreadsheet would take for a formula
 * gets an apostrophe before it; a number never does.
 */
export async function writeCsv(
  columns: readonly string[],
  pages: CsvPages,
  target: Writable
): Promise<void> {
  await pipeline(
    Readable.from(records(columns, pages)),
    stringify({
      header: true,
      // Excel takes a file without it for another encoding.
      bom: true,
      // Some spreadsheets separate by it: what follows would be a cell of its own.
      quoted_match: /[;\t]/,
      columns: [...columns],
      escape_formulas: true,
      cast: {
        boolean: String,
        date: (value) => value.toISOString(),
        object: (value) => JSON.stringify(value),
      },
    }),
    target
  )
}

/** Lists, not objects: a column's name is no path into one then. */
async function* records(
  columns: readonly string[],
  pages: CsvPages
): AsyncGenerator<unknown[]> {
  for await (const page of pages) {
    for (const row of page) {
      yield columns.map((column) => row[column])
    }
  }
}

async function* readPages(pages: CsvPages): AsyncGenerator<CsvRow[], void> {
  yield* pages
}

async function* startedWith(
  first: IteratorResult<CsvRow[], void>,
  rest: AsyncGenerator<CsvRow[], void>
): AsyncGenerator<CsvRow[], void> {
  if (!first.done) {
    yield first.value
    yield* rest
  }
}

/** Whether whoever asked went away before the end. */
export function isClosedByReader(error: unknown): boolean {
  return (
    error instanceof Error &&
    "code" in error &&
    error.code === "ERR_STREAM_PREMATURE_CLOSE"
  )
}
