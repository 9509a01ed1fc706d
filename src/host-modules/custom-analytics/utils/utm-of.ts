import { UTM_FIELDS, type TrackedEvent, type UtmField } from "../types"

const MAX_LENGTH = 512

/**
 * The campaign parameters of an event: each from its own field, else from the
 * page's query string.
 */
export function utmOf(
  event: Pick<TrackedEvent, UtmField | "query_string">
): Record<UtmField, string | null> {
  const query = new URLSearchParams(event.query_string)
  const values = UTM_FIELDS.map((field) => [
    field,
    event[field] ?? storable(query.get(field)),
  ])
  return Object.fromEntries(values)
}

/** PostgreSQL text cannot hold the character NUL, which `%00` decodes to. */
function storable(value: string | null): string | null {
  return value?.replaceAll("\0", "").slice(0, MAX_LENGTH) || null
}
