import { JOURNEY_EVENT_TYPES } from "../../types"

/** Whose touchpoint it is: the person, or whatever names an unknown one. */
export const JOURNEY_SUBJECT =
  "COALESCE(person_id, visitor_id, email_hash, customer_id)"

/** What did not come to nothing: a cancelled order is no purchase. */
export const JOURNEY_COUNTS =
  "deleted_at IS NULL AND event_data -> 'canceled' IS NULL"

/** Always true. Said, the index of types and times finds a period's rows. */
export const ANY_EVENT_TYPE = `event_type IN (${JOURNEY_EVENT_TYPES.map((type) => `'${type}'`).join(", ")})`

const HOURS_PER_DAY = 24

/** Hours, not days: a window is as long in the week the clocks change. */
export const JOURNEY_WINDOW = "make_interval(hours => ?)"

export function windowHours(days: number): number {
  return days * HOURS_PER_DAY
}
