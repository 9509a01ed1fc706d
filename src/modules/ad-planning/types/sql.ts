/**
 * A statement with `?` placeholders and the values bound to them, in order.
 * Rows and lists of ids go in as one JSON text.
 */
export interface SqlStatement {
  sql: string
  params: SqlValue[]
}

export type SqlValue = string | number | boolean | null
