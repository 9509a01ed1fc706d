import type { SqlStatement, SqlValue } from "../../types"

/** The strings of a JSON list that is bound to its `?`. */
export const TEXTS = "ARRAY(SELECT jsonb_array_elements_text(?::jsonb))"

/** A piece of SQL with the values that are bound in it, in order. */
export function part(sql: string, ...params: SqlValue[]): SqlStatement {
  return { sql, params }
}

/** Several pieces as one. */
export function joinParts(
  parts: SqlStatement[],
  separator: string
): SqlStatement {
  return {
    sql: parts.map(({ sql }) => sql).join(separator),
    params: parts.flatMap(({ params }) => params),
  }
}

export function wrap(
  before: string,
  inner: SqlStatement,
  after: string
): SqlStatement {
  return { sql: `${before}${inner.sql}${after}`, params: inner.params }
}
