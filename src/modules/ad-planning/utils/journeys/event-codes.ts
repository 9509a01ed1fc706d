import { JOURNEY_EVENT_TYPES, type JourneyEventType } from "../../types"

// In their alphabetical order, so that texts of codes sort like lists of names.
const SORTED = JOURNEY_EVENT_TYPES.toSorted()
const FIRST_CODE = "a".charCodeAt(0)

/** One letter for each type of touchpoint: a sequence is a text then. */
export const EVENT_CODES: readonly [JourneyEventType, string][] = SORTED.map(
  (type, index) => [type, String.fromCharCode(FIRST_CODE + index)]
)

const TYPES = new Map(EVENT_CODES.map(([type, code]) => [code, type]))

/** @throws RangeError for a letter that no type has */
export function eventTypeOf(code: string): JourneyEventType {
  const type = TYPES.get(code)
  if (!type) {
    throw new RangeError(`no type of touchpoint has the code ${code}`)
  }
  return type
}
