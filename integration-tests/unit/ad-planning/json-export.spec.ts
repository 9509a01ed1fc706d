import { jsonTexts } from "../../../src/api/utils/json-export"

type Row = Record<string, unknown>

async function* inPages(pages: Row[][]): AsyncGenerator<Row[]> {
  yield* pages
}

async function written(lists: Record<string, Row[][]>): Promise<unknown> {
  const sections = Object.entries(lists).map(([name, pages]) => ({
    name,
    pages: inPages(pages),
  }))
  const texts: string[] = []
  for await (const text of jsonTexts({ id: "x" }, sections)) {
    texts.push(text)
  }
  return JSON.parse(texts.join(""))
}

describe("jsonTexts", () => {
  it.each<[name: string, lists: Record<string, Row[][]>]>([
    ["no list", {}],
    ["an empty list", { a: [] }],
    ["empty pages", { a: [[], []] }],
    ["a row", { a: [[{ n: 1 }]] }],
    ["pages", { a: [[{ n: 1 }, { n: 2 }], [], [{ n: 3 }]] }],
    ["several lists", { a: [[{ n: 1 }]], b: [], c: [[{ n: 2 }]] }],
    ["a hostile name", { '"],"x":[': [[{ text: '"}]' }]] }],
  ])("writes %s as one object", async (_name, lists) => {
    expect(await written(lists)).toEqual({
      id: "x",
      ...Object.fromEntries(
        Object.entries(lists).map(([name, pages]) => [name, pages.flat()])
      ),
    })
  })
})
