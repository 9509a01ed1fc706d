import type {
  RuleValue,
  SegmentField,
  SegmentFieldKind,
  SegmentOperator,
  SegmentRule,
  SqlStatement,
} from "../../types"
import { parseRange } from "../period/period"
import type { CompileContext } from "./compile-context"
import { joinParts, part, TEXTS, wrap } from "./sql-parts"

const DAY_MS = 86_400_000

/**
 * Whether a value meets a rule, as SQL that is true or false and never null: an
 * absent value meets no operator but `null`.
 *
 * @param value - the expression that the rule is about
 */
export function compileLeaf(
  rule: SegmentRule,
  field: SegmentField,
  value: SqlStatement,
  context: CompileContext
): SqlStatement {
  if (field.kind === "list") {
    return listLeaf(rule, value)
  }
  if (rule.operator === "null" || rule.operator === "notNull") {
    const isNull = rule.operator === "null" ? "IS NULL" : "IS NOT NULL"
    return wrap("(", value, ` ${isNull})`)
  }
  return wrap(
    "COALESCE(",
    COMPARE[field.kind](rule, value, context),
    ", false)"
  )
}

type Compare = (
  rule: SegmentRule,
  value: SqlStatement,
  context: CompileContext
) => SqlStatement

const COMPARE: Record<Exclude<SegmentFieldKind, "list">, Compare> = {
  text: textLeaf,
  number: numberLeaf,
  date: dateLeaf,
  boolean: ({ operator, value: wanted }, value) =>
    joinParts(
      [value, part("?::boolean", wanted === true)],
      operator === "=" ? " = " : " <> "
    ),
}

/** Texts are compared without regard to case. */
function textLeaf(
  { operator, value: wanted }: SegmentRule,
  value: SqlStatement
): SqlStatement {
  const lower = wrap("lower(", value, ")")
  const text = part("lower(?::text)", String(wanted))
  switch (operator) {
    case "in":
    case "notIn":
      return wrap(
        operator === "in" ? "" : "NOT ",
        joinParts([lower, lowerTexts(wanted)], " = ANY"),
        ""
      )
    case "contains":
      return wrap("position(", joinParts([text, lower], " in "), ") > 0")
    case "beginsWith":
      return wrap("starts_with(", joinParts([lower, text], ", "), ")")
    case "endsWith":
      return joinParts(
        [
          wrap(
            "right(",
            joinParts([lower, wrap("length(", text, ")")], ", "),
            ")"
          ),
          text,
        ],
        " = "
      )
    default:
      return joinParts([lower, text], operator === "=" ? " = " : " <> ")
  }
}

function lowerTexts(wanted: RuleValue): SqlStatement {
  return part(
    "(ARRAY(SELECT lower(jsonb_array_elements_text(?::jsonb))))",
    JSON.stringify([wanted].flat().map(String))
  )
}

const COMPARISONS: Partial<Record<SegmentOperator, string>> = {
  "=": " = ",
  "!=": " <> ",
  "<": " < ",
  "<=": " <= ",
  ">": " > ",
  ">=": " >= ",
}

function numberLeaf(
  { operator, value: wanted }: SegmentRule,
  value: SqlStatement
): SqlStatement {
  const number = wrap("(", value, ")::numeric")
  const numbers = [wanted].flat().map(String)
  if (operator === "between") {
    return between(number, numbers)
  }
  if (operator === "in" || operator === "notIn") {
    const list = part(`(${TEXTS}::numeric[])`, JSON.stringify(numbers))
    return wrap(
      operator === "in" ? "" : "NOT ",
      joinParts([number, list], " = ANY"),
      ""
    )
  }
  return joinParts(
    [number, part("?::numeric", numbers[0]!)],
    COMPARISONS[operator]!
  )
}

function between(number: SqlStatement, [low, high]: string[]): SqlStatement {
  return {
    sql: `${number.sql} BETWEEN ?::numeric AND ?::numeric`,
    params: [...number.params, low!, high!],
  }
}

/** A day is the whole of it: on it, before its first or after its last moment. */
function dateLeaf(
  { operator, value: wanted }: SegmentRule,
  value: SqlStatement,
  { as_of, timezone }: CompileContext
): SqlStatement {
  const bound = (comparison: string, at: Date) =>
    joinParts([value, part("?::timestamptz", at.toISOString())], comparison)
  if (operator === "withinLast" || operator === "olderThan") {
    const then = new Date(as_of.getTime() - Number(wanted) * DAY_MS)
    return operator === "olderThan"
      ? bound(" < ", then)
      : joinParts([bound(" >= ", then), bound(" <= ", as_of)], " AND ")
  }
  const [first, last = first] = [wanted].flat().map(String)
  const from = parseRange({ from: first, timezone }).from!
  const until = parseRange({ to: last, timezone }).to!
  if (operator === "before") {
    return bound(" < ", from)
  }
  const isInstant = /T/.test(last!)
  if (operator === "after") {
    return bound(isInstant ? " > " : " >= ", until)
  }
  return joinParts(
    [bound(" >= ", from), bound(isInstant ? " <= " : " < ", until)],
    " AND "
  )
}

/** A list is never absent: somebody without tags has an empty one. */
function listLeaf(
  { operator, value: wanted }: SegmentRule,
  value: SqlStatement
): SqlStatement {
  const list = wrap("COALESCE(", value, ", '{}')")
  switch (operator) {
    case "in":
    case "notIn":
      return wrap(
        operator === "in" ? "EXISTS" : "NOT EXISTS",
        joinParts(
          [
            wrap(
              "(SELECT 1 FROM unnest(",
              list,
              ") entry WHERE lower(entry) = ANY"
            ),
            lowerTexts(wanted),
          ],
          ""
        ),
        ")"
      )
    case "contains":
      return joinParts(
        [
          wrap("EXISTS(SELECT 1 FROM unnest(", list, ") entry"),
          part(
            "WHERE position(lower(?::text) in lower(entry)) > 0)",
            String(wanted)
          ),
        ],
        " "
      )
    default:
      return wrap(
        "(cardinality(",
        list,
        operator === "null" ? ") = 0)" : ") > 0)"
      )
  }
}
