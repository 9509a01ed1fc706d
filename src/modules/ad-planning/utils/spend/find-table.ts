import { type Delimiter, DELIMITERS, csvRows, type RawRow } from "./csv-rows"
import { KNOWN_NAMES } from "./known-headers"
import { readHeaderName } from "./normalise-header"

// Title lines of a report are few.
const HEADER_WITHIN_ROWS = 60
const FEWEST_KNOWN = 2

export interface FoundHeader {
  row: RawRow
  /** Cells that are known names of columns. */
  known: number
}

/**
 * The row that names the columns: the one with most known names among the first.
 * Without any known name the widest of them may be it, for a person to say.
 *
 * @param chosen - names that a person said are columns
 */
export function findHeader(
  rows: Iterable<RawRow>,
  chosen: string[] = []
): FoundHeader | null {
  const also = new Set(chosen.map((name) => readHeaderName(name).name))
  let best: FoundHeader | null = null
  let widest: RawRow | null = null
  let count = 0
  for (const row of rows) {
    count += 1
    if (count > HEADER_WITHIN_ROWS) {
      break
    }
    const names = new Set(row.cells.map((cell) => readHeaderName(cell).name))
    const known = [...names].filter(
      (name) => KNOWN_NAMES.has(name) || also.has(name)
    ).length
    if (known >= FEWEST_KNOWN && known > (best?.known ?? 0)) {
      best = { row, known }
    }
    if (row.cells.length > (widest?.cells.length ?? 1)) {
      widest = row
    }
  }
  return best ?? (widest ? { row: widest, known: 0 } : null)
}

/**
 * What separates the values: whichever finds the most known names of columns, then
 * the most columns.
 *
 * @throws RangeError for a text without any table
 */
export function findDelimiter(text: string, chosen: string[] = []): Delimiter {
  const found = DELIMITERS.flatMap((delimiter) => {
    const header = tryHeader(text, delimiter, chosen)
    return header === null ? [] : [{ delimiter, header }]
  }).toSorted(
    (a, b) =>
      b.header.known - a.header.known ||
      b.header.row.cells.length - a.header.row.cells.length
  )
  return found[0]?.delimiter ?? ","
}

/** By a sign that separates nothing, a quote may well stay open. */
function tryHeader(
  text: string,
  delimiter: Delimiter,
  chosen: string[]
): FoundHeader | null {
  try {
    return findHeader(csvRows(text, delimiter), chosen)
  } catch (error) {
    if (error instanceof RangeError) {
      return null
    }
    throw error
  }
}
