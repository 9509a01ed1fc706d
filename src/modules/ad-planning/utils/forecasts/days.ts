const DAY_MS = 86_400_000

/** The calendar day so many days later; YYYY-MM-DD, free of zones. */
export function dayAfter(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10)
}

/** How many days from one calendar day to another; negative when it is earlier. */
export function daysFrom(start: string, end: string): number {
  return Math.round((Date.parse(end) - Date.parse(start)) / DAY_MS)
}

/** Every calendar day of a span, both ends included. */
export function eachDay(start: string, end: string): string[] {
  const count = Math.max(0, daysFrom(start, end) + 1)
  return Array.from({ length: count }, (_, index) => dayAfter(start, index))
}
