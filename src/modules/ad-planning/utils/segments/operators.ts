import type { SegmentFieldKind, SegmentOperator } from "../../types"

/** Which operators a kind of field has. */
export const OPERATORS: Record<SegmentFieldKind, readonly SegmentOperator[]> = {
  text: [
    "=",
    "!=",
    "in",
    "notIn",
    "contains",
    "beginsWith",
    "endsWith",
    "null",
    "notNull",
  ],
  number: [
    "=",
    "!=",
    "<",
    "<=",
    ">",
    ">=",
    "between",
    "in",
    "notIn",
    "null",
    "notNull",
  ],
  date: [
    "=",
    "before",
    "after",
    "between",
    "withinLast",
    "olderThan",
    "null",
    "notNull",
  ],
  boolean: ["=", "!="],
  list: ["in", "notIn", "contains", "null", "notNull"],
}

/** Operators that a change of time alone may turn. */
export const TIMED_OPERATORS: readonly SegmentOperator[] = [
  "withinLast",
  "olderThan",
]
