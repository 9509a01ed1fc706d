import type {
  SegmentCriteria,
  SegmentField,
  SegmentOperator,
  SegmentRule,
  SegmentRuleGroup,
} from "./segment-types"

/** What a new segment begins with. */
export const NEW_CRITERIA: SegmentCriteria = {
  version: 1,
  combinator: "and",
  rules: [{ field: "orders.count", operator: ">=", value: 1 }],
}

export function isGroup(
  entry: SegmentRule | SegmentRuleGroup
): entry is SegmentRuleGroup {
  return "rules" in entry
}

/** A rule about another field: its operator and value begin anew. */
export function ruleOf(field: SegmentField): SegmentRule {
  const operator = field.operators[0]!
  return { field: field.name, operator, value: valueFor(field, operator) }
}

/** A value that the operator takes, before anything was typed. */
export function valueFor(
  field: SegmentField,
  operator: SegmentOperator
): SegmentRule["value"] {
  switch (operator) {
    case "null":
    case "notNull":
      return null
    case "withinLast":
    case "olderThan":
      return 30
    case "between":
      return field.kind === "date" ? ["", ""] : [0, 1]
    case "in":
    case "notIn":
      return []
    default:
      return { number: 1, boolean: true, text: "", list: "", date: "" }[
        field.kind
      ]
  }
}

/** Numbers or texts that are written with commas between them. */
export function listOf(
  text: string,
  kind: SegmentField["kind"]
): string[] | number[] {
  const parts = text
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean)
  return kind === "number"
    ? parts.map(Number).filter((number) => !Number.isNaN(number))
    : parts
}

/** The i18n key of a field's name. */
export function fieldKey(name: string): string {
  return name.replace(".", "_")
}
