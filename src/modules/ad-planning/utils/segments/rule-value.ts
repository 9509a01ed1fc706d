import { z } from "zod"
import type { SegmentFieldKind, SegmentOperator } from "../../types"
import { isDateOrInstant } from "../period/period"

const MAX_TEXT = 255
const MAX_LIST = 500
const MAX_DAYS = 36_500
const MAX_NUMBER = 1e15

const text = z
  .string({ error: "must be a text" })
  .max(MAX_TEXT, `must have at most ${MAX_TEXT} characters`)
const number = z
  .number({ error: "must be a number" })
  .min(-MAX_NUMBER)
  .max(MAX_NUMBER)
const instant = z
  .string({ error: "must be a date or an instant" })
  .max(MAX_TEXT)
  .refine(isDateOrInstant, "must be a date or an instant")
const days = z
  .number({ error: "must be a number of days" })
  .int("must be a whole number of days")
  .min(0)
  .max(MAX_DAYS)

function list<Value>(value: z.ZodType<Value>) {
  return z
    .array(value, { error: "must be a list" })
    .min(1, "must not be empty")
    .max(MAX_LIST, `must have at most ${MAX_LIST} entries`)
}

function pair<Value extends string | number>(value: z.ZodType<Value>) {
  return z
    .array(value, { error: "must be a list of two" })
    .length(2, "must be a list of two")
    .refine(([low, high]) => low! <= high!, "must begin with the lower one")
}

const ONE: Record<SegmentFieldKind, z.ZodType<string | number | boolean>> = {
  text,
  list: text,
  number,
  date: instant,
  boolean: z.boolean({ error: "must be true or false" }),
}

/** What the value of a rule has to be. */
export function ruleValueSchema(
  kind: SegmentFieldKind,
  operator: SegmentOperator
) {
  switch (operator) {
    case "null":
    case "notNull":
      // react-querybuilder leaves the former value there: it says nothing.
      return z.unknown().transform(() => null)
    case "between":
      return kind === "date" ? pair(instant) : pair(number)
    case "in":
    case "notIn":
      return kind === "number" ? list(number) : list(text)
    case "withinLast":
    case "olderThan":
      return days
    default:
      return ONE[kind]
  }
}
