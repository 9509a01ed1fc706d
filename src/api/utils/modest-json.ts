import { z } from "@medusajs/framework/zod"

/** How much of a client's own data is stored. */
export const STORED_JSON = { characters: 8192, levels: 5 }
export const STORED_JSON_BOUNDS = `at most ${STORED_JSON.characters} characters of JSON and ${STORED_JSON.levels} levels deep`

/** What a client adds of its own to what it sends, within bounds. */
export const modestMetadata = z
  .record(z.string(), z.unknown(), { error: "must be an object" })
  .refine((value) => isModestJson(value, STORED_JSON), {
    error: `must be ${STORED_JSON_BOUNDS}`,
  })

/**
 * Whether a value of JSON is within bounds. The levels come first: what goes by
 * itself through every level, as JSON.stringify does, has no end in a deep one.
 */
export function isModestJson(
  value: unknown,
  { characters, levels }: { characters: number; levels: number }
): boolean {
  return (
    levelsOf(value, levels + 1) <= levels &&
    JSON.stringify(value).length <= characters
  )
}

function levelsOf(value: unknown, limit: number): number {
  if (typeof value !== "object" || value === null || limit === 0) {
    return 0
  }
  const inner = Object.values(value).map((part) => levelsOf(part, limit - 1))
  return 1 + Math.max(0, ...inner)
}
