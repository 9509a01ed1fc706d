import { z } from "@medusajs/framework/zod"
import BigNumber from "bignumber.js"
import {
  CONVERSION_TYPES,
  GOAL_TYPES,
} from "../../../../modules/ad-planning/types"
import {
  goalProblem,
  type GoalParts,
} from "../../../../modules/ad-planning/utils/goals/goal-problem"
import {
  flag,
  listParams,
  oneOrMore,
  storableInstant,
} from "../../../utils/list-params"
import { isModestJson } from "../../../utils/modest-json"
import { currencyCode } from "../../../utils/report-params"
import { unstorableReason } from "../../../utils/validate"
import { GOAL_FIELDS } from "./query-config"

const MAX_ID = 128
const MAX_NAME = 255
const MAX_PATTERN = 512
const MAX_PATH = 4_096
const MAX_AMOUNT = 1_000_000_000_000
const MAX_SECONDS = 86_400
const MAX_PRIORITY = 1_000
const MAX_PROPERTIES = 20
const MAX_PROPERTY_VALUES = 20
const MAX_PROPERTY_NAME = 128
const MAX_PROPERTY_TEXT = 512
const MAX_METADATA = { characters: 8_192, levels: 5 }

const id = z.string().min(1).max(MAX_ID)
const eventName = z.string().min(1).max(MAX_NAME)
const number = z.number({ error: "must be a number" })
const percent = number.max(100)

/** Major units; handed on as exact decimal text. */
const amount = number
  .min(0)
  .max(MAX_AMOUNT)
  .transform((value) => new BigNumber(value).toFixed())

export const AdminGetGoalsParams = listParams(
  {
    id: oneOrMore(id),
    name: oneOrMore(z.string().min(1).max(MAX_NAME)),
    goal_type: oneOrMore(z.enum(GOAL_TYPES)),
    is_active: flag.optional(),
    is_primary: flag.optional(),
    website_id: oneOrMore(id),
  },
  GOAL_FIELDS
)
export type AdminGetGoalsParamsType = z.infer<typeof AdminGetGoalsParams>
/** As a client writes it. */
export type AdminGetGoalsQuery = z.input<typeof AdminGetGoalsParams>

export const AdminGetGoalParams = z.strictObject({})

const propertyValue = z.union([
  z.string().max(MAX_PROPERTY_TEXT),
  z.number(),
  z.boolean(),
])
const propertyRecord = z
  .record(
    z.string().min(1).max(MAX_PROPERTY_NAME),
    z.union([
      propertyValue,
      z.array(propertyValue).min(1).max(MAX_PROPERTY_VALUES),
    ])
  )
  .refine((value) => Object.keys(value).length <= MAX_PROPERTIES, {
    error: `must be at most ${MAX_PROPERTIES}`,
  })
  .refine((value) => !Object.keys(value).some(unstorableReason), {
    error: "must not have a name that cannot be stored",
  })

/** Zod leaves `__proto__` out without a word: the goal would ask for less. */
const properties = z
  .custom<z.input<typeof propertyRecord>>(
    (value) =>
      typeof value !== "object" ||
      value === null ||
      !Object.hasOwn(value, "__proto__"),
    { error: "must not have the name __proto__" }
  )
  .pipe(propertyRecord)

const conditions = z.strictObject({
  event_name: eventName.optional(),
  pathname_pattern: z
    .string()
    .max(MAX_PATTERN)
    .regex(/^[/*]/, "must begin with / or *")
    .regex(/^[^?#]*$/, "must not have a query string or a fragment")
    .optional(),
  min_seconds: number.gt(0).max(MAX_SECONDS).optional(),
  min_scroll_percent: percent.gt(0).optional(),
  properties: properties.optional(),
})

const required = {
  name: z.string().trim().min(1).max(MAX_NAME),
  goal_type: z.enum(GOAL_TYPES),
}
const optional = {
  conditions: conditions.optional(),
  default_value: amount.nullable().optional(),
  currency: currencyCode.nullable().optional(),
  value_from_event: z.boolean().optional(),
  is_active: z.boolean().optional(),
  is_primary: z.boolean().optional(),
  priority: number.int().min(-MAX_PRIORITY).max(MAX_PRIORITY).optional(),
  website_id: id.nullable().optional(),
}

function refuseProblem(goal: GoalParts, context: z.RefinementCtx) {
  const problem = goalProblem(goal)
  if (problem) {
    context.addIssue({
      code: "custom",
      path: [problem.field],
      message: problem.message,
    })
  }
}

export const AdminCreateGoal = z
  .strictObject({ ...required, ...optional })
  .superRefine(refuseProblem)
export type AdminCreateGoalType = z.infer<typeof AdminCreateGoal>
/** As a client writes it. */
export type AdminCreateGoalBody = z.input<typeof AdminCreateGoal>

/** Whether the parts go together is asked of the goal that they make. */
export const AdminUpdateGoal = z
  .strictObject({
    name: required.name.optional(),
    goal_type: required.goal_type.optional(),
    ...optional,
  })
  .refine((body) => Object.keys(body).length > 0, {
    error: "nothing to change",
  })
export type AdminUpdateGoalType = z.infer<typeof AdminUpdateGoal>

export const AdminTestGoal = z.strictObject({
  event: z
    .strictObject({
      event_type: z.enum(["pageview", "custom_event"]).optional(),
      conversion_type: z.enum(CONVERSION_TYPES).optional(),
      event_name: eventName.optional(),
      pathname: z.string().max(MAX_PATH).optional(),
      website_id: id.optional(),
      seconds: number.min(0).max(MAX_SECONDS).optional(),
      scroll_percent: percent.min(0).optional(),
      metadata: z
        .record(z.string(), z.unknown())
        .refine((value) => isModestJson(value, MAX_METADATA), {
          error: `must be at most ${MAX_METADATA.characters} characters of JSON and ${MAX_METADATA.levels} levels deep`,
        })
        .optional(),
      value: amount.optional(),
      currency: currencyCode.optional(),
      occurred_at: storableInstant
        .transform((value) => new Date(value))
        .optional(),
    })
    .refine((event) => !(event.event_type && event.conversion_type), {
      path: ["conversion_type"],
      error: "must not be given with event_type",
    }),
})
export type AdminTestGoalType = z.infer<typeof AdminTestGoal>
export type AdminTestGoalBody = z.input<typeof AdminTestGoal>
