/**
 * A campaign name or utm value as it is compared: NFKC, lower case, and runs of
 * spaces, `+`, `_`, `-` and `%20` equal to one space. Nothing else is folded:
 * "Sale" and "Summer Sale" stay two names.
 *
 * @example
 * normaliseName(" Summer%20Sale_2026 ") // "summer sale 2026"
 */
export function normaliseName(value: string): string {
  return value
    .normalize("NFKC")
    .toLowerCase()
    .replace(/(?:%20|[\s+_-])+/g, " ")
    .trim()
}

/** Longest text kept from a visitor's browser; what is longer is cut. */
export const MAX_TEXT_LENGTH = 512

/** Absent for anything that is no text, blank, or a null that became a word. */
export function cleanText(value: unknown): string | null {
  if (typeof value !== "string" && typeof value !== "number") {
    return null
  }
  // PostgreSQL can hold neither NUL nor half a character, which a cut may leave.
  const text = String(value)
    .replaceAll("\0", "")
    .trim()
    .slice(0, MAX_TEXT_LENGTH)
    .replace(/\p{Surrogate}/gu, "")
    .trim()
  return text === "" || text === "null" || text === "undefined" ? null : text
}

// What trackers send instead of an id; "constructor" and "__proto__" come from
// code that looked a name up in a plain object.
const PLACEHOLDER_IDS = new Set([
  "anonymous",
  "null",
  "undefined",
  "nan",
  "none",
  "0",
  "-1",
  "false",
  "true",
  "[object object]",
  "constructor",
  "__proto__",
  "prototype",
])

/** An identifier of a visitor or session, or null for a placeholder. */
export function cleanId(value: unknown): string | null {
  const text = cleanText(value)
  return text === null || PLACEHOLDER_IDS.has(text.toLowerCase()) ? null : text
}
