import { z, type ZodRawShape } from "@medusajs/framework/zod"
import { DateTime } from "luxon"
import { isDateOrInstant } from "../../modules/ad-planning/utils/period/period"

export const DEFAULT_LIMIT = 20
export const MAX_LIMIT = 200
const MAX_OFFSET = 10_000_000

const NO_INSTANT = "must be an ISO 8601 date or instant"
const NO_NUMBER = "must be a number"

/** A date or an instant in a query string. */
export const instant = z
  .string({ error: NO_INSTANT })
  .refine(isDateOrInstant, { error: NO_INSTANT, abort: true })
  .transform((text) => DateTime.fromISO(text, { zone: "utc" }).toJSDate())

/** An instant with its offset, as a body has it; stays text. */
export const storableInstant = z.iso
  .datetime({
    offset: true,
    error: "must be an ISO 8601 instant with an offset",
    abort: true,
  })
  .refine(isDateOrInstant, { error: NO_INSTANT })

/** A number in a query string, as people write it: not "", not "0x10". */
export const decimal = z.union([
  z
    .string({ error: NO_NUMBER })
    .regex(/^[+-]?\d+(\.\d+)?$/, { error: NO_NUMBER })
    .transform(Number),
  // As our own pages ask.
  z.number({ error: NO_NUMBER }),
])

/** "true" or "false": z.coerce would take "false" for true. */
export const flag = z
  .enum(["true", "false"], { error: "must be true or false" })
  .transform((value) => value === "true")

/** One value, or several: `?platform=meta&platform=google`. */
export function oneOrMore<Type extends z.ZodType>(type: Type) {
  return z.union([type, z.array(type).max(100)]).optional()
}

/** Comparison operators on one column: `converted_at[$gte]=`. */
export function range<Type extends z.ZodType>(type: Type) {
  return z
    .union([
      type,
      z.strictObject({
        $gt: type.optional(),
        $gte: type.optional(),
        $lt: type.optional(),
        $lte: type.optional(),
      }),
    ])
    .optional()
}

/**
 * Query of a list: filters, and Medusa's `limit`, `offset`, `order` and
 * `fields`, each within bounds.
 *
 * @param filters - the filterable columns
 * @param columns - what may be ordered by and asked for
 */
export function listParams<Filters extends ZodRawShape>(
  filters: Filters,
  columns: readonly string[]
) {
  const order = z
    .string()
    .refine((value) => columns.includes(value.replace(/^-/, "")), {
      error: `must be one of: ${columns.join(", ")}`,
    })
  const fields = z.string().transform((value, context) => {
    const names = value.split(",").map((name) => name.trim())
    const unknown = names.filter((name) => !columns.includes(name))
    if (unknown.length > 0) {
      context.addIssue({
        code: "custom",
        message: `unknown field ${unknown[0]!.slice(0, 64)}`,
      })
    }
    return names
  })
  return z.strictObject({
    ...filters,
    limit: decimal
      .pipe(z.number().int().min(0).max(MAX_LIMIT))
      .default(DEFAULT_LIMIT),
    offset: decimal.pipe(z.number().int().min(0).max(MAX_OFFSET)).default(0),
    order: order.optional(),
    fields: fields.optional(),
  })
}

/** `-converted_at` as Medusa's services want it. */
export function orderBy(order: string): Record<string, "ASC" | "DESC"> {
  return order.startsWith("-")
    ? { [order.slice(1)]: "DESC" }
    : { [order]: "ASC" }
}
