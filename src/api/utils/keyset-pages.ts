const PAGE_SIZE = 1_000

export type Direction = "ASC" | "DESC"
type Filters = Record<string, unknown>
type ListedRow = Record<string, unknown> & { id: string }

/** Rows that fit the filters, in an order, at most so many. */
export type ListRows = (
  filters: Filters,
  config: { order: Record<string, Direction>; take: number }
) => Promise<ListedRow[]>

/**
 * Reads a list of any length in pages, none before it is asked for. A page
 * begins after the last value of the one before, not at an offset: however long
 * the list is, none is slower, and no row is read twice or missed because
 * others come or go.
 *
 * @param column - what the list is ordered by; never null
 */
export async function* keysetPages(
  list: ListRows,
  column: string,
  direction: Direction,
  pageSize = PAGE_SIZE
): AsyncGenerator<ListedRow[], void> {
  if (column === "id") {
    yield* pagesById(list, {}, direction, pageSize)
    return
  }
  const order = { [column]: direction, id: "ASC" as const }
  let filters: Filters = {}
  for (;;) {
    const page = await list(filters, { order, take: pageSize })
    const last = page.at(-1)?.[column]
    if (page.length < pageSize) {
      yield page
      return
    }
    // More rows than the page holds may share its last value: those go by id.
    yield page.filter((row) => !isSame(row[column], last))
    yield* pagesById(list, { [column]: equalTo(last) }, "ASC", pageSize)
    filters = { [column]: beyond(last, direction) }
  }
}

async function* pagesById(
  list: ListRows,
  filters: Filters,
  direction: Direction,
  pageSize: number
): AsyncGenerator<ListedRow[], void> {
  const operator = direction === "ASC" ? "$gt" : "$lt"
  let page: ListedRow[] = []
  do {
    const last = page.at(-1)
    const after = last ? { ...filters, id: { [operator]: last.id } } : filters
    page = await list(after, { order: { id: direction }, take: pageSize })
    yield page
  } while (page.length === pageSize)
}

function isSame(a: unknown, b: unknown): boolean {
  return a instanceof Date && b instanceof Date ? +a === +b : a === b
}

/** Of a time all of its millisecond: PostgreSQL knows more digits than a Date. */
function equalTo(value: unknown): unknown {
  return value instanceof Date
    ? { $gte: value, $lt: millisecondAfter(value) }
    : value
}

function beyond(value: unknown, direction: Direction): Filters {
  if (direction === "DESC") {
    return { $lt: value }
  }
  return value instanceof Date
    ? { $gte: millisecondAfter(value) }
    : { $gt: value }
}

function millisecondAfter(instant: Date): Date {
  return new Date(instant.getTime() + 1)
}
