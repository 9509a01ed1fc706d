/** One record of a table, with the line of the file that it begins on. */
export interface RawRow {
  line: number
  cells: string[]
  /** Cells that a spreadsheet holds as numbers, by index. */
  numeric?: ReadonlySet<number>
}

export const DELIMITERS = [",", ";", "\t"] as const
export type Delimiter = (typeof DELIMITERS)[number]

/**
 * The records of a delimited text (RFC 4180), one at a time. A quote inside a value
 * that does not begin with one is a character like any other. Lines without any
 * value are left out; a first line `sep=;` as Excel writes it is, too.
 *
 * @throws RangeError for a quote that is never closed, with its line
 */
export function* csvRows(
  text: string,
  delimiter: Delimiter
): Generator<RawRow, void> {
  let position = 0
  let line = 1
  while (position < text.length) {
    const record = readRecord(text, position, line, delimiter)
    const isHint = line === 1 && /^sep=.$/i.test(record.cells.join(delimiter))
    if (!isHint && record.cells.some((cell) => cell.trim() !== "")) {
      yield { line, cells: record.cells.map((cell) => cell.trim()) }
    }
    position = record.end
    line = record.nextLine
  }
}

interface ReadRecord {
  cells: string[]
  end: number
  nextLine: number
}

function readRecord(
  text: string,
  start: number,
  startLine: number,
  delimiter: Delimiter
): ReadRecord {
  const cells: string[] = []
  let position = start
  let line = startLine
  for (;;) {
    const opening = skipSpaces(text, position)
    const isQuoted = text[opening] === '"'
    const cell = isQuoted
      ? readQuoted(text, opening, line)
      : readPlain(text, position, delimiter)
    // What stands between a closing quote and the delimiter belongs to the value.
    const rest = readPlain(text, cell.end, delimiter)
    cells.push(`${cell.value}${rest.value.trimEnd()}`)
    position = rest.end
    line += cell.lines
    if (text[position] !== delimiter) {
      break
    }
    position += 1
  }
  if (text[position] === "\r" && text[position + 1] === "\n") {
    position += 1
  }
  return { cells, end: position + 1, nextLine: line + 1 }
}

interface ReadCell {
  value: string
  end: number
  lines: number
}

function readPlain(text: string, start: number, delimiter: string): ReadCell {
  let end = start
  while (
    end < text.length &&
    text[end] !== delimiter &&
    text[end] !== "\n" &&
    text[end] !== "\r"
  ) {
    end += 1
  }
  return { value: text.slice(start, end), end, lines: 0 }
}

/** Where a value begins that has spaces before its quote. */
function skipSpaces(text: string, start: number): number {
  let position = start
  while (text[position] === " ") {
    position += 1
  }
  return position
}

function readQuoted(text: string, start: number, line: number): ReadCell {
  let value = ""
  let position = start + 1
  let lines = 0
  for (;;) {
    const quote = text.indexOf('"', position)
    if (quote === -1) {
      throw new RangeError(`line ${line}: a quote is opened and never closed`)
    }
    const part = text.slice(position, quote)
    lines += part.split(/\r\n|\n|\r/).length - 1
    value += part
    position = quote + 1
    if (text[position] !== '"') {
      break
    }
    value += '"'
    position += 1
  }
  return { value, end: position, lines }
}
