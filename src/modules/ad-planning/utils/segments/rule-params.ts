import { z } from "zod"
import {
  CHANNEL_GROUPS,
  JOURNEY_CHANNELS,
  JOURNEY_EVENT_TYPES,
  PLATFORMS,
  type RuleParam,
} from "../../types"
import { isDateOrInstant } from "../period/period"

const MAX_TEXT = 255
const MAX_LIST = 200
const MAX_DAYS = 3_650
const MAX_PROPERTIES = 10

const text = z
  .string({ error: "must be a text" })
  .min(1, "must not be empty")
  .max(MAX_TEXT, `must have at most ${MAX_TEXT} characters`)

/** One or many; kept as a list. */
function oneOrMany<Value extends string>(value: z.ZodType<Value>) {
  return z
    .preprocess(
      (given) => (Array.isArray(given) ? given : [given]),
      z.array(value).min(1).max(MAX_LIST)
    )
    .optional()
}

const instant = text.refine(isDateOrInstant, "must be a date or an instant")

/** What narrows the facts of a rule, by name. */
export const ruleParamsSchema = z
  .strictObject({
    within_days: z
      .number({ error: "must be a number" })
      .int("must be a whole number")
      .min(1)
      .max(MAX_DAYS)
      .optional(),
    from: instant.optional(),
    to: instant.optional(),
    product_id: oneOrMany(text),
    category_id: oneOrMany(text),
    collection: oneOrMany(text),
    product_type: oneOrMany(text),
    product_tag: oneOrMany(text),
    discount_code: oneOrMany(text),
    discounted: z.boolean({ error: "must be true or false" }).optional(),
    event_type: oneOrMany(z.enum(JOURNEY_EVENT_TYPES)),
    event_name: text.optional(),
    properties: z
      .custom<Record<string, unknown>>(
        (value) =>
          typeof value !== "object" ||
          value === null ||
          !Object.hasOwn(value, "__proto__"),
        { error: "must not have the name __proto__" }
      )
      .pipe(
        z.record(
          text,
          z.union([text, z.number(), z.boolean()], {
            error: "must be a text, a number, true or false",
          })
        )
      )
      .refine(
        (value) => Object.keys(value).length <= MAX_PROPERTIES,
        `must be at most ${MAX_PROPERTIES}`
      )
      .optional(),
    channel: oneOrMany(z.enum(JOURNEY_CHANNELS)),
    channel_group: oneOrMany(z.enum(CHANNEL_GROUPS)),
    platform: oneOrMany(z.enum(PLATFORMS)),
    ad_campaign_id: oneOrMany(text),
    path: text.optional(),
    segment_id: text.optional(),
    seed: text.optional(),
    include_expired: z.boolean({ error: "must be true or false" }).optional(),
  } satisfies Record<RuleParam, z.ZodType>)
  .refine(
    (params) =>
      params.within_days === undefined ||
      (params.from === undefined && params.to === undefined),
    { path: ["within_days"], error: "must not be given with from or to" }
  )
  .refine(
    ({ from, to }) => from === undefined || to === undefined || from <= to,
    { path: ["to"], error: "must not be before from" }
  )
