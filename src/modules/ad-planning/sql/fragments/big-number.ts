/**
 * Medusa keeps a bigNumber twice: a numeric column and its exact JSON twin
 * `raw_<column>`. Whoever writes one by SQL has to write both.
 */

/** `"spend, raw_spend"` for `["spend"]`. */
export function bigNumberColumns(columns: readonly string[]): string {
  return columns.map((column) => `${column}, raw_${column}`).join(", ")
}

/** The two values of each column, read from `<alias>.<column>`. */
export function bigNumberValues(
  alias: string,
  columns: readonly string[]
): string {
  return columns
    .map(
      (column) => `${alias}.${column}, ${rawBigNumber(`${alias}.${column}`)}`
    )
    .join(", ")
}

/** `spend = excluded.spend, raw_spend = excluded.raw_spend` for an upsert. */
export function bigNumberAssignments(columns: readonly string[]): string {
  return columns
    .map(
      (column) =>
        `${column} = excluded.${column}, raw_${column} = excluded.raw_${column}`
    )
    .join(", ")
}

function rawBigNumber(expression: string): string {
  return `CASE WHEN ${expression} IS NULL THEN NULL
               ELSE jsonb_build_object('value', ${expression}::text, 'precision', 20) END`
}
