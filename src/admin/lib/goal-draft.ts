import type {
  AdminCreateGoalBody,
  AdminTestGoalBody,
} from "../../api/admin/ad-planning/goals/validators"
import type { GoalConditions, GoalType } from "../../modules/ad-planning/types"
import { CONVERSION_TYPES } from "../../modules/ad-planning/types/enums"
import type { Goal } from "./api-types"

/** A property's name and value as they are typed; `key` tells rows apart. */
export interface PropertyRow {
  key: number
  name: string
  value: string
}

/** The conditions that are one field each. */
export const CONDITION_FIELDS = [
  "event_name",
  "pathname_pattern",
  "min_seconds",
  "min_scroll_percent",
] as const
export type ConditionField = (typeof CONDITION_FIELDS)[number]

type Texts = Record<
  ConditionField | "name" | "default_value" | "currency" | "website_id",
  string
>

/** A goal as it stands in the form: what is typed is text until it is sent. */
export type GoalDraft = Texts & {
  goal_type: GoalType
  properties: PropertyRow[]
  value_from_event: boolean
  is_active: boolean
  is_primary: boolean
  priority: string
}

const ALL_TEXTS: Texts = {
  name: "",
  event_name: "",
  pathname_pattern: "",
  min_seconds: "",
  min_scroll_percent: "",
  default_value: "",
  currency: "",
  website_id: "",
}

export const NEW_GOAL: GoalDraft = {
  ...ALL_TEXTS,
  goal_type: "custom_event",
  properties: [],
  value_from_event: false,
  is_active: true,
  is_primary: false,
  priority: "0",
}

const PROPERTIES = "properties"
/** What an event of each type can be asked for. */
const CONDITIONS_OF_TYPE: Record<
  GoalType,
  readonly (ConditionField | typeof PROPERTIES)[]
> = {
  lead_form: ["pathname_pattern", PROPERTIES],
  purchase: [PROPERTIES],
  add_to_cart: ["event_name", "pathname_pattern", PROPERTIES],
  page_view: ["pathname_pattern", PROPERTIES],
  time_on_page: ["min_seconds", "pathname_pattern"],
  scroll_depth: ["min_scroll_percent", "pathname_pattern"],
  custom_event: ["event_name", "pathname_pattern", PROPERTIES],
}

/** Whether the form shows a condition: it is usual for the type, or there. */
export function showsCondition(
  draft: GoalDraft,
  condition: ConditionField | typeof PROPERTIES
): boolean {
  return (
    CONDITIONS_OF_TYPE[draft.goal_type].includes(condition) ||
    draft[condition].length > 0
  )
}

/** Time and scrolling are engagement, never a conversion. */
export function canBePrimary({ goal_type }: Pick<Goal, "goal_type">): boolean {
  return goal_type !== "time_on_page" && goal_type !== "scroll_depth"
}

/** Another type; what cannot be asked of its events is gone. */
export function withType(draft: GoalDraft, goal_type: GoalType): GoalDraft {
  const asked = CONDITIONS_OF_TYPE[goal_type]
  const emptied = Object.fromEntries(
    CONDITION_FIELDS.filter((field) => !asked.includes(field)).map((field) => [
      field,
      "",
    ])
  )
  return {
    ...draft,
    ...emptied,
    goal_type,
    properties: asked.includes(PROPERTIES) ? draft.properties : [],
    is_primary: draft.is_primary && canBePrimary({ goal_type }),
  }
}

export function draftOf(goal: Goal): GoalDraft {
  const { conditions } = goal
  const rows = Object.entries(conditions.properties ?? {}).flatMap(
    ([name, value]) => [value].flat().map((one) => ({ name, value: `${one}` }))
  )
  return {
    name: goal.name,
    goal_type: goal.goal_type,
    event_name: conditions.event_name ?? "",
    pathname_pattern: conditions.pathname_pattern ?? "",
    min_seconds: `${conditions.min_seconds ?? ""}`,
    min_scroll_percent: `${conditions.min_scroll_percent ?? ""}`,
    properties: rows.map((row, key) => ({ ...row, key })),
    default_value: `${goal.default_value ?? ""}`,
    currency: goal.currency?.toUpperCase() ?? "",
    value_from_event: goal.value_from_event,
    is_active: goal.is_active,
    is_primary: goal.is_primary,
    priority: `${goal.priority}`,
    website_id: goal.website_id ?? "",
  }
}

export function bodyOf(draft: GoalDraft): AdminCreateGoalBody {
  return {
    name: draft.name.trim(),
    goal_type: draft.goal_type,
    conditions: conditionsOf(draft),
    default_value: numberOf(draft.default_value) ?? null,
    currency: draft.currency.trim() || null,
    value_from_event: draft.value_from_event,
    is_active: draft.is_active,
    is_primary: draft.is_primary,
    priority: numberOf(draft.priority) ?? 0,
    website_id: draft.website_id.trim() || null,
  }
}

function conditionsOf(draft: GoalDraft): GoalConditions {
  const properties = valuesByName(draft.properties)
  return {
    event_name: draft.event_name || undefined,
    pathname_pattern: draft.pathname_pattern.trim() || undefined,
    min_seconds: numberOf(draft.min_seconds),
    min_scroll_percent: numberOf(draft.min_scroll_percent),
    properties: properties.size
      ? Object.fromEntries(
          [...properties].map(([name, values]) => [
            name,
            values.length === 1 ? values[0]! : values,
          ])
        )
      : undefined,
  }
}

/** What the tester's form says of a sample event. */
export type SampleDraft = Record<
  | "event_name"
  | "pathname"
  | "website_id"
  | "seconds"
  | "scroll_percent"
  | "value"
  | "currency",
  string
> & {
  /** `pageview`, `custom_event`, or the type of a conversion. */
  kind: string
  properties: PropertyRow[]
}

const KIND_OF_TYPE: Record<GoalType, string> = {
  lead_form: "lead_form_submission",
  purchase: "purchase",
  add_to_cart: "add_to_cart",
  page_view: "pageview",
  time_on_page: "page_engagement",
  scroll_depth: "page_engagement",
  custom_event: "custom_event",
}
export const SAMPLE_KINDS = ["pageview", "custom_event", ...CONVERSION_TYPES]

/** An event of the kind that the goal is about, with nothing said of it yet. */
export function sampleOf(goal: Goal): SampleDraft {
  return {
    kind: KIND_OF_TYPE[goal.goal_type],
    event_name: "",
    pathname: "",
    website_id: "",
    seconds: "",
    scroll_percent: "",
    properties: [],
    value: "",
    currency: "",
  }
}

export function eventOf(draft: SampleDraft): AdminTestGoalBody["event"] {
  const conversionType = CONVERSION_TYPES.find((type) => type === draft.kind)
  return {
    event_type: conversionType
      ? undefined
      : draft.kind === "pageview"
        ? "pageview"
        : "custom_event",
    conversion_type: conversionType,
    event_name: draft.event_name || undefined,
    pathname: draft.pathname.trim() || undefined,
    website_id: draft.website_id.trim() || undefined,
    seconds: numberOf(draft.seconds),
    scroll_percent: numberOf(draft.scroll_percent),
    value: numberOf(draft.value),
    currency: draft.currency.trim() || undefined,
    metadata: Object.fromEntries(
      [...valuesByName(draft.properties)].map(([name, values]) => [
        name,
        values.length === 1 ? values[0] : values,
      ])
    ),
  }
}

/** Rows of one name together; a row without a name says nothing. */
function valuesByName(rows: PropertyRow[]): Map<string, string[]> {
  const values = new Map<string, string[]>()
  for (const { name, value } of rows) {
    const key = name.trim()
    if (key !== "") {
      values.set(key, [...(values.get(key) ?? []), value])
    }
  }
  return values
}

function numberOf(text: string): number | undefined {
  return text.trim() === "" ? undefined : Number(text)
}
