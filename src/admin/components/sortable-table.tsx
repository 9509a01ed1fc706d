import { ArrowDownMini, ArrowUpMini } from "@medusajs/icons"
import { clx, Table, Tooltip } from "@medusajs/ui"
import { useMemo, type ReactNode } from "react"
import { useUrlValue } from "../hooks/use-url-value"

export interface Column<Row> {
  key: string
  header: string
  /** What the column means, on hover of its head. */
  meaning?: string
  /** Figures stand to the right. */
  isNumber?: boolean
  /** Takes the room that the others leave. */
  isWide?: boolean
  /** What the column is sorted by; without it it is not. Null comes last. */
  value?: (row: Row) => number | string | null
  render: (row: Row) => ReactNode
}

interface SortableTableProps<Row> {
  /** Names the table for who cannot see it. */
  label: string
  columns: Column<Row>[]
  rows: Row[]
  /** Rows that stay below the others, however those are sorted. */
  footer?: Row[]
  rowKey: (row: Row) => string
  /** Where the page's URL keeps the order: `roas`, or `-roas` from the highest. */
  sortKey?: string
}

interface Sorting {
  key: string
  isDescending: boolean
}

/** A table whose heads sort it; without a click it is as it came. */
export function SortableTable<Row>(props: SortableTableProps<Row>) {
  const { label, columns, rows, footer = [], rowKey, sortKey = "sort" } = props
  const [order, setOrder] = useUrlValue(sortKey)
  const sorting = useMemo(() => readSorting(order), [order])
  const sorted = useMemo(
    () => sortRows(rows, columns, sorting),
    [rows, columns, sorting]
  )
  const toggle = (key: string) =>
    setOrder(order === `-${key}` ? key : `-${key}`)
  return (
    <div
      className="overflow-x-auto"
      tabIndex={0}
      role="region"
      aria-label={label}
    >
      <Table>
        <Table.Header>
          <Table.Row>
            {columns.map((column) => (
              <Table.HeaderCell
                key={column.key}
                aria-sort={ariaSort(column.key, sorting)}
                className={clx("whitespace-nowrap", {
                  "text-right": column.isNumber,
                  "w-full": column.isWide,
                })}
              >
                <Head
                  column={column}
                  sorting={sorting}
                  onSort={() => toggle(column.key)}
                />
              </Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {[...sorted, ...footer].map((row) => (
            <Table.Row key={rowKey(row)}>
              {columns.map((column) => (
                <Table.Cell
                  key={column.key}
                  className={clx("whitespace-nowrap", {
                    "text-right tabular-nums": column.isNumber,
                  })}
                >
                  {column.render(row)}
                </Table.Cell>
              ))}
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </div>
  )
}

interface HeadProps<Row> {
  column: Column<Row>
  sorting: Sorting | null
  onSort: () => void
}

function Head<Row>({ column, sorting, onSort }: HeadProps<Row>) {
  const isSorted = sorting?.key === column.key
  const head = column.value ? (
    <button
      type="button"
      onClick={onSort}
      className={clx(
        "focus-visible:shadow-borders-focus inline-flex items-center gap-x-1 rounded outline-none",
        // The arrow keeps its place, and figures stay under their head.
        { "flex-row-reverse": column.isNumber }
      )}
    >
      {column.header}
      <span className={clx({ invisible: !isSorted })}>
        {sorting?.isDescending ? <ArrowDownMini /> : <ArrowUpMini />}
      </span>
    </button>
  ) : (
    <span tabIndex={column.meaning ? 0 : undefined}>{column.header}</span>
  )
  return column.meaning ? (
    <Tooltip content={column.meaning} maxWidth={280}>
      {head}
    </Tooltip>
  ) : (
    head
  )
}

function readSorting(order: string | null): Sorting | null {
  return order
    ? { key: order.replace(/^-/, ""), isDescending: order.startsWith("-") }
    : null
}

function ariaSort(key: string, sorting: Sorting | null) {
  if (sorting?.key !== key) {
    return undefined
  }
  return sorting.isDescending ? "descending" : "ascending"
}

function sortRows<Row>(
  rows: Row[],
  columns: Column<Row>[],
  sorting: Sorting | null
): Row[] {
  const value = columns.find(({ key }) => key === sorting?.key)?.value
  if (!sorting || !value) {
    return rows
  }
  const direction = sorting.isDescending ? -1 : 1
  return rows.toSorted((a, b) => {
    const [left, right] = [value(a), value(b)]
    if (left === null || right === null) {
      return Number(left === null) - Number(right === null)
    }
    const order =
      typeof left === "string" || typeof right === "string"
        ? `${left}`.localeCompare(`${right}`)
        : left - right
    return order * direction
  })
}
