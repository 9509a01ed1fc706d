import type { RuleParams, SqlStatement } from "../../types"
import { calendarDate } from "../period/period"
import type { CompileContext } from "./compile-context"
import { part } from "./sql-parts"

const BORN = "person.birth_date::date"

/** This year's birthday; of 29 February the 28th where there is none. */
const BIRTHDAY = `(${BORN} + make_interval(years => (EXTRACT(YEAR FROM ?::date) - EXTRACT(YEAR FROM ${BORN}))::int))::date`
const NEXT_BIRTHDAY = BIRTHDAY.replace("))::int", ") + 1)::int")

/** One value of a row of `ad_planning_person_profile person`. */
export function personValue(
  column: string,
  params: RuleParams,
  context: CompileContext
): SqlStatement {
  const today = calendarDate(context.as_of, context.timezone)
  switch (column) {
    case "age":
      return part(
        `(EXTRACT(YEAR FROM ?::date) - EXTRACT(YEAR FROM ${BORN})
           - CASE WHEN ${BIRTHDAY} > ?::date THEN 1 ELSE 0 END)`,
        today,
        today,
        today
      )
    case "days_until_birthday":
      return part(
        `(CASE WHEN ${BIRTHDAY} >= ?::date THEN ${BIRTHDAY} ELSE ${NEXT_BIRTHDAY} END - ?::date)`,
        today,
        today,
        today,
        today,
        today
      )
    case "metadata":
      return part("person.metadata ->> ?", params.path ?? "")
    case "metadata_number":
      return part(
        `CASE WHEN jsonb_typeof(person.metadata -> ?) = 'number'
              THEN (person.metadata ->> ?)::numeric END`,
        params.path ?? "",
        params.path ?? ""
      )
    case "random_share":
      return part(
        `(('x' || substr(md5(?::text || ':' || person.person_id), 1, 8))::bit(32)::bigint % 100)`,
        params.seed ?? ""
      )
    default:
      return part(`person.${column}`)
  }
}
