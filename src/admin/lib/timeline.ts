import type { Journey } from "./api-types"
import { dayIn } from "./date-range"

export interface TimelineDay {
  /** YYYY-MM-DD, of the store. */
  day: string
  journeys: Journey[]
}

/** Touchpoints by the store's days, as they come. */
export function groupByDay(
  journeys: readonly Journey[],
  timeZone: string
): TimelineDay[] {
  const days: TimelineDay[] = []
  for (const journey of journeys) {
    const day = dayIn(timeZone, new Date(journey.timestamp))
    const last = days.at(-1)
    if (last?.day === day) {
      last.journeys.push(journey)
    } else {
      days.push({ day, journeys: [journey] })
    }
  }
  return days
}

/** What a touchpoint says of itself: a page, a form, what was written. */
export function detailOf({ event_data }: Journey): string | null {
  const said = [event_data.name, event_data.pathname, event_data.text]
  return (
    said.flatMap((text) => (typeof text === "string" ? text : []))[0] || null
  )
}

/** How a person is called; null for somebody without a name. */
export function nameOf(
  person: { first_name: string; last_name: string; email: string | null } | null
): string | null {
  const name = [person?.first_name, person?.last_name]
    .map((part) => part?.trim())
    .filter(Boolean)
    .join(" ")
  return name || person?.email || null
}

export function profilePath(personId: string): string {
  return `/ad-planning/customers/${encodeURIComponent(personId)}`
}

/** Where an order's attribution is explained. */
export function whyPath(orderId: string): string {
  return `/ad-planning/conversions?why=${encodeURIComponent(orderId)}`
}
