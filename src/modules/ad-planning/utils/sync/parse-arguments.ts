import { z } from "zod"
import { SYNC_SOURCES, type SyncSource } from "../../types"
import { isDateOrInstant } from "../period/period"

const NAMES = ["sources", "from"]

const argumentsSchema = z.strictObject({
  sources: z
    .string()
    .transform((text) => text.split(","))
    .pipe(z.array(z.enum(SYNC_SOURCES)).min(1))
    .optional(),
  from: z
    .string()
    .refine(isDateOrInstant, { error: "must be an ISO 8601 date or instant" })
    .optional(),
})

/**
 * What a person asks for on the command line.
 *
 * @throws RangeError that says what is wrong with them
 * @example
 * parseBackfillArguments(["sources=order,lead", "from=2026-01-01"])
 */
export function parseBackfillArguments(words: string[]): {
  sources?: SyncSource[]
  from?: string
} {
  const named = words.map((word) => {
    const [name = "", ...value] = word.split("=")
    if (!NAMES.includes(name) || value.length === 0) {
      throw new RangeError(
        `${word} is not understood: expected sources=${SYNC_SOURCES.join(",")} or from=2026-01-31`
      )
    }
    return [name, value.join("=")] as const
  })
  const parsed = argumentsSchema.safeParse(Object.fromEntries(named))
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new RangeError(`${String(issue?.path[0])}: ${issue?.message}`)
  }
  return parsed.data
}
