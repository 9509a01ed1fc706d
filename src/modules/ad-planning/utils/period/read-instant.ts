const IS_DATE = /^\d{4}-\d{2}-\d{2}/
const HAS_ZONE = /(?:z|[+-]\d{2}:?\d{2})$/i
const HAS_TIME = /\d[T ]\d{2}:\d{2}/

// A number below it counts seconds: in milliseconds it is the spring of 1973.
const MAX_SECONDS = 100_000_000_000

const OLDEST = Date.parse("2000-01-01T00:00:00Z")
const NEWEST = Date.parse("2100-01-01T00:00:00Z")

/**
 * A time as a platform writes it: ISO 8601, also with "+0000" or without a zone,
 * which is UTC then, or seconds or milliseconds since 1970.
 *
 * @returns null for anything else, and for years that nobody writes
 */
export function readInstant(value: unknown): Date | null {
  const time = value instanceof Date ? value.getTime() : timeOf(value)
  return time >= OLDEST && time < NEWEST ? new Date(time) : null
}

function timeOf(value: unknown): number {
  if (typeof value === "number") {
    return value < MAX_SECONDS ? value * 1_000 : value
  }
  if (typeof value !== "string") {
    return NaN
  }
  const text = value.trim()
  if (/^\d{9,13}$/.test(text)) {
    return timeOf(Number(text))
  }
  if (!IS_DATE.test(text)) {
    return NaN
  }
  const isLocal = HAS_TIME.test(text) && !HAS_ZONE.test(text)
  return Date.parse(isLocal ? `${text}Z` : text)
}
