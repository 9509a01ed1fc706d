import type {
  RuleParams,
  SegmentCriteria,
  SegmentField,
  SegmentRule,
  SegmentRuleGroup,
  SqlStatement,
} from "../../types"
import type { CompileContext } from "./compile-context"
import { compileLeaf } from "./compile-leaf"
import { segmentField } from "./fields"
import { personValue } from "./person-values"
import { joinParts, part, TEXTS, wrap } from "./sql-parts"
import { SOURCES } from "./sources"
import { ofPeople } from "./window"

/** The pieces of a statement about people and the rules that they meet. */
export interface CompiledCriteria {
  /** `name AS (...)`, one per distinct source and window. */
  ctes: SqlStatement[]
  /** Everybody, joined to what each source says of them. */
  from: SqlStatement
  /** Whether somebody is in the segment. */
  matches: SqlStatement
  /** Whether they meet each rule, in the order of `rulesOf`. */
  leaves: SqlStatement[]
}

const DAY_SECONDS = 86_400

/**
 * Compiles criteria. Names come from the allow-list only, values are bound. Rules
 * over one source with the same parameters share one aggregate.
 *
 * @throws RangeError for a field that is none
 */
export function compileCriteria(
  criteria: SegmentCriteria,
  context: CompileContext
): CompiledCriteria {
  const sources = new Map<string, { alias: string; statement: SqlStatement }>()
  const leaves: SqlStatement[] = []

  function aliasOf(field: SegmentField, params: RuleParams): string {
    if (field.source === "person") {
      return "person"
    }
    const key = JSON.stringify([
      field.source,
      Object.entries(params).toSorted(),
    ])
    const known = sources.get(key)
    if (known) {
      return known.alias
    }
    const alias = `source_${sources.size + 1}`
    const statement = SOURCES[field.source](params, context)
    sources.set(key, { alias, statement })
    return alias
  }

  function compileRule(rule: SegmentRule): SqlStatement {
    const field = segmentField(rule.field)
    if (!field) {
      throw new RangeError(`${rule.field} is no field of a segment`)
    }
    const leaf =
      field.name === "segment.member"
        ? membershipLeaf(rule)
        : compileLeaf(
            rule,
            field,
            valueOf(field, rule.params ?? {}, context, aliasOf),
            context
          )
    leaves.push(leaf)
    return leaf
  }

  function compileGroup(group: SegmentRuleGroup): SqlStatement {
    const parts = group.rules.map((entry) =>
      "rules" in entry ? compileGroup(entry) : compileRule(entry)
    )
    const joined = joinParts(
      parts,
      group.combinator === "and" ? "\n AND " : "\n OR "
    )
    return wrap(group.not ? "NOT (" : "(", joined, ")")
  }

  const matches = compileGroup(criteria)
  return {
    ctes: [...sources.values()].map(({ alias, statement }) =>
      wrap(`${alias} AS (`, statement, ")")
    ),
    from: populationOf(
      [...sources.values()].map(({ alias }) => alias),
      context
    ),
    matches,
    leaves,
  }
}

function populationOf(
  aliases: string[],
  context: CompileContext
): SqlStatement {
  const joins = aliases.map(
    (alias) => `
          LEFT JOIN ${alias} ON ${alias}.person_id = person.person_id`
  )
  return wrap(
    `ad_planning_person_profile person${joins.join("")}
         WHERE `,
    joinParts(
      [
        part(
          "person.deleted_at IS NULL AND person.created_at <= ?::timestamptz",
          context.as_of.toISOString()
        ),
        ...ofPeople("person.person_id", context),
      ],
      " AND "
    ),
    ""
  )
}

function valueOf(
  field: SegmentField,
  params: RuleParams,
  context: CompileContext,
  aliasOf: (field: SegmentField, params: RuleParams) => string
): SqlStatement {
  if (field.source === "person") {
    return personValue(field.column, params, context)
  }
  const alias = aliasOf(field, params)
  if (field.column.startsWith("days_")) {
    return daysSince(`${alias}.${INSTANTS[field.column]!}`, context)
  }
  const column = `${alias}."${field.column}"`
  return part(field.absent === "zero" ? `COALESCE(${column}, 0)` : column)
}

const INSTANTS: Record<string, string> = {
  days_since_first: "first_at",
  days_since_last: "last_at",
  days_in: "added_at",
}

/** Whole days of 24 hours from an instant to `as_of`. */
function daysSince(instant: string, { as_of }: CompileContext): SqlStatement {
  return part(
    `floor(EXTRACT(EPOCH FROM (?::timestamptz - ${instant})) / ${DAY_SECONDS})`,
    as_of.toISOString()
  )
}

/** In any of the segments, or in none; `null`: in no segment at all. */
function membershipLeaf({ operator, value }: SegmentRule): SqlStatement {
  const isAny = operator === "null" || operator === "notNull"
  const ids = [value].flat().map(String)
  const isIn =
    operator === "in" || operator === "contains" || operator === "notNull"
  return part(
    `person.person_id ${isIn ? "IN" : "NOT IN"} (
            SELECT person_id FROM segment_member
             WHERE deleted_at IS NULL${isAny ? "" : ` AND segment_id = ANY(${TEXTS})`})`,
    ...(isAny ? [] : [JSON.stringify(ids)])
  )
}

/** Everybody whom criteria select: rows of `person_id`. */
export function selectPeople(compiled: CompiledCriteria): SqlStatement {
  const { ctes, from, matches } = compiled
  const clause = ctes.length
    ? wrap("WITH ", joinParts(ctes, ",\n"), "\n")
    : part("")
  return joinParts(
    [
      clause,
      part("SELECT person.person_id FROM "),
      from,
      part("\n AND "),
      matches,
    ],
    ""
  )
}
