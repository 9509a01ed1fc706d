import type { RuleParams, SqlStatement } from "../../types"
import { parseRange } from "../period/period"
import type { CompileContext } from "./compile-context"
import { part, TEXTS } from "./sql-parts"

const DAY_MS = 86_400_000

/** Before `as_of`, and in the window that the parameters name. */
export function windowConditions(
  column: string,
  params: RuleParams,
  { as_of, timezone }: CompileContext
): SqlStatement[] {
  const { from, to } = parseRange({
    from: params.from,
    to: params.to,
    timezone,
  })
  const since =
    params.within_days === undefined
      ? from
      : new Date(as_of.getTime() - params.within_days * DAY_MS)
  const until = to && to < as_of ? to : as_of
  return [
    part(`${column} < ?::timestamptz`, until.toISOString()),
    ...(since
      ? [part(`${column} >= ?::timestamptz`, since.toISOString())]
      : []),
  ]
}

/** One of the listed values, where some are listed. */
export function oneOf(
  column: string,
  values: readonly string[] | undefined
): SqlStatement[] {
  return values
    ? [part(`${column} = ANY(${TEXTS})`, JSON.stringify(values))]
    : []
}

/** Only the people who are asked about. */
export function ofPeople(
  column: string,
  { person_ids }: CompileContext
): SqlStatement[] {
  return oneOf(column, person_ids)
}
