import { z } from "zod"
import type {
  RuleParams,
  SegmentCriteria,
  SegmentField,
  SegmentOperator,
  SegmentRule,
  SegmentRuleGroup,
} from "../../types"
import { segmentField } from "./fields"
import { OPERATORS } from "./operators"
import { ruleParamsSchema } from "./rule-params"
import { ruleValueSchema } from "./rule-value"

export const MAX_RULES = 100
export const MAX_DEPTH = 8
const MAX_SHOWN = 64

type Path = (string | number)[]
type Report = (path: Path, message: string) => void

const GROUP_KEYS = [
  "id",
  "version",
  "combinator",
  "logic",
  "not",
  "rules",
  "groups",
]
const RULE_KEYS = ["id", "field", "operator", "value", "valueSource", "params"]

/**
 * Criteria as react-querybuilder writes them, or `{ logic, rules, groups }`, read
 * into one form. What is wrong is said with the path of the rule it is in.
 */
export const segmentCriteriaSchema = z
  .unknown()
  .transform((input, context): SegmentCriteria => {
    let rules = 0
    const report: Report = (path, message) =>
      context.addIssue({ code: "custom", path, message })
    const countRule = () => ++rules <= MAX_RULES
    const group = readGroup(input, [], 1, report, countRule)
    if (rules > MAX_RULES) {
      report(["rules"], `must be at most ${MAX_RULES} rules in all`)
    }
    return { version: 1, ...group }
  })

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}

function rejectOthers(
  value: Record<string, unknown>,
  allowed: readonly string[],
  path: Path,
  report: Report
): void {
  for (const key of Object.keys(value)) {
    if (!allowed.includes(key)) {
      report(path, `has the unknown field '${key.slice(0, MAX_SHOWN)}'`)
    }
  }
}

function readGroup(
  input: unknown,
  path: Path,
  depth: number,
  report: Report,
  countRule: () => boolean
): SegmentRuleGroup {
  const group: SegmentRuleGroup = { combinator: "and", rules: [] }
  if (!isObject(input)) {
    report(path, "must be a group of rules")
    return group
  }
  if (depth > MAX_DEPTH) {
    report(path, `must be at most ${MAX_DEPTH} groups deep`)
    return group
  }
  rejectOthers(input, GROUP_KEYS, path, report)
  if (input.version !== undefined && (depth > 1 || input.version !== 1)) {
    report([...path, "version"], "must be 1")
  }
  group.combinator = readCombinator(input, path, report)
  if (input.not !== undefined && typeof input.not !== "boolean") {
    report([...path, "not"], "must be true or false")
  } else if (input.not) {
    group.not = true
  }
  for (const key of ["rules", "groups"] as const) {
    const list = input[key] ?? []
    if (!Array.isArray(list)) {
      report([...path, key], "must be a list")
      continue
    }
    for (const [index, entry] of list.entries()) {
      const place = [...path, key, index]
      const isGroup = isObject(entry) && ("rules" in entry || "groups" in entry)
      if (isGroup || key === "groups") {
        group.rules.push(readGroup(entry, place, depth + 1, report, countRule))
      } else if (!countRule()) {
        return group
      } else {
        group.rules.push(...readRule(entry, place, report))
      }
    }
  }
  const given = [input.rules, input.groups].some(
    (list) => Array.isArray(list) && list.length > 0
  )
  if (!given) {
    report([...path, "rules"], "must have at least one rule")
  }
  return group
}

function readCombinator(
  input: Record<string, unknown>,
  path: Path,
  report: Report
): "and" | "or" {
  const key = input.logic === undefined ? "combinator" : "logic"
  const given = input[key]
  const word = typeof given === "string" ? given.toLowerCase() : given
  if (word === "and" || word === "or") {
    return word
  }
  report([...path, key], "must be and or or")
  return "and"
}

function readRule(input: unknown, path: Path, report: Report): SegmentRule[] {
  if (!isObject(input)) {
    report(path, "must be a rule")
    return []
  }
  rejectOthers(input, RULE_KEYS, path, report)
  if (input.valueSource !== undefined && input.valueSource !== "value") {
    report([...path, "valueSource"], "must be value")
  }
  const field =
    typeof input.field === "string" ? segmentField(input.field) : undefined
  if (!field) {
    report([...path, "field"], `is no field: '${shown(input.field)}'`)
    return []
  }
  const operator = OPERATORS[field.kind].find((one) => one === input.operator)
  if (!operator) {
    report(
      [...path, "operator"],
      `must be one of ${OPERATORS[field.kind].join(", ")}, got '${shown(input.operator)}'`
    )
    return []
  }
  return readValues(input, field, operator, path, report)
}

function readValues(
  input: Record<string, unknown>,
  field: SegmentField,
  operator: SegmentOperator,
  path: Path,
  report: Report
): SegmentRule[] {
  const value = ruleValueSchema(field.kind, operator).safeParse(input.value)
  const params = ruleParamsSchema.safeParse(input.params ?? {})
  for (const [key, parsed] of [
    ["value", value],
    ["params", params],
  ] as const) {
    for (const issue of parsed.error?.issues ?? []) {
      report([...path, key, ...issue.path.filter(isKey)], issue.message)
    }
  }
  if (!value.success || !params.success) {
    return []
  }
  const given = params.data as RuleParams
  rejectOthers(
    given as Record<string, unknown>,
    field.params,
    [...path, "params"],
    report
  )
  const missing = field.required.find((name) => given[name] === undefined)
  if (missing) {
    report([...path, "params", missing], "is required")
  }
  const hasParams = Object.keys(given).length > 0
  return [
    {
      field: field.name,
      operator,
      value: value.data,
      ...(hasParams ? { params: given } : {}),
    },
  ]
}

function isKey(part: PropertyKey): part is string | number {
  return typeof part !== "symbol"
}

function shown(value: unknown): string {
  return typeof value === "string" ? value.slice(0, MAX_SHOWN) : typeof value
}
