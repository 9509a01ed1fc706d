import { SENTIMENT_FIELDS } from "./query-config"

/** A row as answers show it: without hashes and what names somebody by them. */
export function shown<Row extends object>(row: Row) {
  const fields: readonly string[] = [...SENTIMENT_FIELDS, "text"]
  return Object.fromEntries(
    Object.entries(row).filter(([name]) => fields.includes(name))
  )
}
