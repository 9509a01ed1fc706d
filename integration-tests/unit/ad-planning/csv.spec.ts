import { Writable } from "node:stream"
import { parse } from "csv-parse/sync"
import { type CsvRow, writeCsv } from "../../../src/api/utils/csv"

/** What a reader has taken, at most so much at a time. */
function reader() {
  const chunks: Buffer[] = []
  const target = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk)
      done()
    },
  })
  return { target, text: () => Buffer.concat(chunks).toString("utf8") }
}

async function csvOf(columns: string[], rows: CsvRow[]): Promise<string> {
  const { target, text } = reader()
  await writeCsv(columns, [rows], target)
  return text()
}

/** The one cell of a value, as a spreadsheet would read it. */
async function cellOf(value: unknown): Promise<string> {
  const lines: string[][] = parse(await csvOf(["value"], [{ value }]))
  expect(lines).toHaveLength(2)
  return lines[1]![0]!
}

describe("writeCsv", () => {
  it.each([
    [-12.5, "-12.5"],
    [0.1 + 0.2, "0.30000000000000004"],
    [0, "0"],
    [1e21, "1e+21"],
    [true, "true"],
    [false, "false"],
    [new Date("2026-10-01T10:30:00.007Z"), "2026-10-01T10:30:00.007Z"],
    [{ gclid: 'a"b' }, '{"gclid":"a\\"b"}'],
    [["=1", "b"], '["=1","b"]'],
    ["-", "'-"],
    ["=1+1", "'=1+1"],
    ["+1", "'+1"],
    ["-1+cmd|' /C calc'!A0", "'-1+cmd|' /C calc'!A0"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\t=1", "'\t=1"],
    ["\r=1", "'\r=1"],
    ["＝1", "'＝1"],
    ['=HYPERLINK("http://x","y")', `'=HYPERLINK("http://x","y")`],
    ["a=1", "a=1"],
    ["a,b", "a,b"],
    ['say "a"', 'say "a"'],
    ["two\nlines\r\nthree", "two\nlines\r\nthree"],
    ["constructor", "constructor"],
    ["😀 é", "😀 é"],
  ])("writes %j as %j", async (value, cell) => {
    expect(await cellOf(value)).toBe(cell)
  })

  it("writes nothing for what is missing, and its columns in order", async () => {
    const rows = [
      { b: 1, a: null, "c.d": "x", e: 5 },
      { a: "", "c.d": undefined },
    ]
    expect(await csvOf(["a", "b", "c.d"], rows)).toBe(
      "\ufeffa,b,c.d\n,1,x\n,,\n"
    )
  })

  it("writes the header of an empty table", async () => {
    expect(await csvOf(["a", "b"], [])).toBe("\ufeffa,b\n")
    const { target, text } = reader()
    await writeCsv(["a"], [], target)
    expect(text()).toBe("\ufeffa\n")
  })

  it("reads pages only as fast as they are taken", async () => {
    let pages = 0
    async function* endless(): AsyncGenerator<CsvRow[]> {
      for (;;) {
        pages++
        yield Array.from({ length: 100 }, () => ({ a: "x".repeat(1_000) }))
      }
    }
    // Takes one chunk, then waits.
    const stalled = new Writable({ write: () => {} })
    const written = writeCsv(["a"], endless(), stalled)
    await new Promise((resolve) => setTimeout(resolve, 100))
    const before = pages
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(pages).toBe(before)
    expect(pages).toBeLessThanOrEqual(3)

    stalled.destroy()
    await expect(written).rejects.toMatchObject({
      code: "ERR_STREAM_PREMATURE_CLOSE",
    })
    expect(pages).toBe(before)
  })

  it("breaks off, and stops reading, where a page fails", async () => {
    async function* failing(): AsyncGenerator<CsvRow[]> {
      yield [{ a: 1 }]
      throw new Error("gone")
    }
    const { target } = reader()
    await expect(writeCsv(["a"], failing(), target)).rejects.toThrow("gone")
    expect(target.destroyed).toBe(true)
    expect(target.writableFinished).toBe(false)
  })
})
