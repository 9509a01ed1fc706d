import fc from "fast-check"
import { keysetPages, type ListRows } from "../../../src/api/utils/keyset-pages"
import { checkAsyncProperty } from "./helpers/check-property"

/** A row as a table has it: the time in microseconds. */
interface StoredRow {
  id: string
  at: number
  group: string
  is_new: boolean
}
type Filters = Parameters<ListRows>[0]
type Column = keyof StoredRow

const COLUMNS: Column[] = ["id", "at", "group", "is_new"]

const stored = (value: unknown) =>
  value instanceof Date ? +value * 1_000 : (value as string | number | boolean)

const OPERATORS: Record<string, (a: unknown, b: unknown) => boolean> = {
  $gt: (a, b) => stored(a) > stored(b),
  $gte: (a, b) => stored(a) >= stored(b),
  $lt: (a, b) => stored(a) < stored(b),
}

function fits(row: StoredRow, filters: Filters): boolean {
  return Object.entries(filters).every(([column, filter]) => {
    const value = row[column as Column]
    return typeof filter === "object" && filter !== null
      ? Object.entries(filter).every(([name, bound]) =>
          OPERATORS[name]!(value, bound)
        )
      : value === stored(filter)
  })
}

function compare(a: StoredRow, b: StoredRow, column: Column): number {
  if (a[column] === b[column]) {
    return 0
  }
  return a[column] < b[column] ? -1 : 1
}

/** Lists rows as PostgreSQL would, and notes how many each call answered. */
function tableOf(rows: StoredRow[]) {
  const answered: number[] = []
  const list: ListRows = (filters, { order, take }) => {
    const orders = Object.entries(order) as [Column, "ASC" | "DESC"][]
    const page = rows
      .filter((row) => fits(row, filters))
      .toSorted((a, b) =>
        orders.reduce(
          (sum, [column, direction]) =>
            sum || compare(a, b, column) * (direction === "ASC" ? 1 : -1),
          0
        )
      )
      .slice(0, take)
    answered.push(page.length)
    return Promise.resolve(
      page.map((row) => ({ ...row, at: new Date(Math.floor(row.at / 1_000)) }))
    )
  }
  return { list, answered }
}

async function collect(pages: AsyncIterable<Record<string, unknown>[]>) {
  const rows = []
  for await (const page of pages) {
    rows.push(...page)
  }
  return rows
}

const directions = fc.constantFrom("ASC" as const, "DESC" as const)
const tables = fc
  .array(
    fc.record({
      // Many of one time, of one millisecond, and of one group.
      at: fc.integer({ min: 5_000, max: 9_000 }).map((at) => at - (at % 250)),
      group: fc.constantFrom("a", "b", "c"),
      is_new: fc.boolean(),
    }),
    { maxLength: 25 }
  )
  .map((rows) =>
    rows.map((row, index) => ({
      id: `id-${(index * 7) % 29}-${index}`,
      ...row,
    }))
  )

describe("keysetPages", () => {
  it("reads every row once and in order, whatever shares a value", async () => {
    await checkAsyncProperty(
      fc.asyncProperty(
        tables,
        fc.constantFrom(...COLUMNS),
        directions,
        fc.integer({ min: 1, max: 6 }),
        async (rows, column, direction, pageSize) => {
          const { list, answered } = tableOf(rows)
          const read = await collect(
            keysetPages(list, column, direction, pageSize)
          )
          expect(read).toHaveLength(rows.length)
          expect(new Set(read.map(({ id }) => id)).size).toBe(rows.length)
          const values = read.map((row) => stored(row[column]))
          const sorted = values.toSorted((a, b) => (a < b ? -1 : Number(a > b)))
          expect(values).toEqual(
            direction === "ASC" ? sorted : sorted.toReversed()
          )
          expect(Math.max(...answered)).toBeLessThanOrEqual(pageSize)
        }
      )
    )
  })

  it("reads no page before it is asked for", async () => {
    const { list, answered } = tableOf(
      Array.from({ length: 100 }, (_, index) => ({
        id: `${1_000 + index}`,
        at: index * 1_000,
        group: "a",
        is_new: true,
      }))
    )
    const pages = keysetPages(list, "at", "DESC", 10)
    expect(answered).toEqual([])
    await pages.next()
    expect(answered).toEqual([10])
    await pages.next()
    expect(answered).toEqual([10, 1])
    await pages.return()
    expect(answered).toEqual([10, 1])
  })

  it("reads rows of one time by their id", async () => {
    const rows = ["d", "a", "c", "b"].map((id) => ({
      id,
      at: 7_000,
      group: "a",
      is_new: true,
    }))
    const read = await collect(keysetPages(tableOf(rows).list, "at", "DESC", 2))
    expect(read.map(({ id }) => id)).toEqual(["a", "b", "c", "d"])
  })

  it("has one page, an empty one, of nothing", async () => {
    const pages = keysetPages(tableOf([]).list, "at", "ASC")
    expect(await pages.next()).toEqual({ done: false, value: [] })
    expect(await pages.next()).toEqual({ done: true, value: undefined })
  })
})
