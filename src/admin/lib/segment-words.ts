import { fieldKey, isGroup } from "./segment-draft"
import type { RuleParams, SegmentRule, SegmentRuleGroup } from "./segment-types"

type Translate = (key: string, values?: Record<string, unknown>) => string

/** The rules as one sentence. */
export function inWords(group: SegmentRuleGroup, t: Translate): string {
  const parts = group.rules.map((entry) =>
    isGroup(entry) ? `(${inWords(entry, t)})` : ruleInWords(entry, t)
  )
  const joined = parts.join(` ${t(`segments.words.${group.combinator}`)} `)
  return group.not ? t("segments.words.not", { rules: joined }) : joined
}

function ruleInWords(rule: SegmentRule, t: Translate): string {
  const { field, operator, params } = rule
  const words = [
    t(`segments.fields.${fieldKey(field)}`),
    ...narrowing(params ?? {}, t),
    t(`segments.operators.${OPERATOR_KEYS[operator]}`),
  ]
  if (operator !== "null" && operator !== "notNull") {
    words.push(valueInWords(rule, t))
  }
  return words.join(" ")
}

function valueInWords({ operator, value }: SegmentRule, t: Translate): string {
  if (operator === "withinLast" || operator === "olderThan") {
    return t("segments.words.days", { count: Number(value) })
  }
  if (typeof value === "boolean") {
    return t(`segments.words.${value ? "yes" : "no"}`)
  }
  const list = [value].flat().map(String)
  return list.join(
    operator === "between" ? ` ${t("segments.words.to")} ` : ", "
  )
}

/** In which time, and of what. */
function narrowing(params: RuleParams, t: Translate): string[] {
  const { within_days, from, to, ...others } = params
  const values = Object.entries(others).map(
    ([name, value]) =>
      `${t(`segments.params.${name}`)} ${typeof value === "object" ? Object.values(value).join(", ") : String(value)}`
  )
  return [
    ...(values.length ? [`[${values.join("; ")}]`] : []),
    ...(within_days === undefined
      ? []
      : [t("segments.words.within", { count: within_days })]),
    ...(from ? [t("segments.words.from", { day: from })] : []),
    ...(to ? [t("segments.words.until", { day: to })] : []),
  ]
}

/** Operators as parts of an i18n key. */
export const OPERATOR_KEYS: Record<SegmentRule["operator"], string> = {
  "=": "is",
  "!=": "isNot",
  "<": "less",
  "<=": "atMost",
  ">": "more",
  ">=": "atLeast",
  between: "between",
  in: "in",
  notIn: "notIn",
  contains: "contains",
  beginsWith: "beginsWith",
  endsWith: "endsWith",
  null: "null",
  notNull: "notNull",
  withinLast: "withinLast",
  olderThan: "olderThan",
  before: "before",
  after: "after",
}
