export const PRESETS = [
  "last_7_days",
  "last_30_days",
  "last_90_days",
  "this_month",
  "last_month",
  "this_year",
] as const
export type Preset = (typeof PRESETS)[number]

export const COMPARISONS = ["none", "previous_period", "previous_year"] as const
export type Comparison = (typeof COMPARISONS)[number]

/** Calendar days of the store, YYYY-MM-DD, both included. */
export interface DateRange {
  from: string
  to: string
}

/** What the date range of a page is set to; it lives in the URL. */
export interface DateRangeState extends DateRange {
  preset: Preset | "custom"
  compare: Comparison
}

const DAYS: Partial<Record<Preset, number>> = {
  last_7_days: 7,
  last_30_days: 30,
  last_90_days: 90,
}
const DAY_MS = 86_400_000
const DATE = /^\d{4}-\d{2}-\d{2}$/

/** The store's calendar day at an instant. */
export function dayIn(timeZone: string, instant: Date): string {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  })
  return parts.format(instant)
}

/**
 * The days of a preset. "Last" ones are complete days and end yesterday, as the
 * API's default period does; "this" ones run to today.
 */
export function rangeOf(preset: Preset, today: string): DateRange {
  const days = DAYS[preset]
  if (days) {
    return { from: addDays(today, -days), to: addDays(today, -1) }
  }
  const [year, month] = today.split("-")
  if (preset === "this_year") {
    return { from: `${year}-01-01`, to: today }
  }
  const firstOfMonth = `${year}-${month}-01`
  if (preset === "this_month") {
    return { from: firstOfMonth, to: today }
  }
  const lastOfFormer = addDays(firstOfMonth, -1)
  return { from: `${lastOfFormer.slice(0, 7)}-01`, to: lastOfFormer }
}

/** Reads the range from a page's URL; what is no range there is the default. */
export function readRange(
  params: URLSearchParams,
  today: string
): DateRangeState {
  const compare =
    COMPARISONS.find((value) => value === params.get("compare")) ??
    "previous_period"
  const from = params.get("from") ?? ""
  const to = params.get("to") ?? ""
  if (DATE.test(from) && DATE.test(to) && from <= to) {
    return { preset: "custom", from, to, compare }
  }
  const preset =
    PRESETS.find((value) => value === params.get("range")) ?? "last_30_days"
  return { preset, compare, ...rangeOf(preset, today) }
}

/** What of the URL says the range: a preset by name, so that it moves on. */
export function rangeParams(state: DateRangeState): Record<string, string> {
  return {
    compare: state.compare,
    ...(state.preset === "custom"
      ? { from: state.from, to: state.to }
      : { range: state.preset }),
  }
}

/** What the API is asked for it. */
export function rangeQuery({ from, to, compare }: DateRangeState) {
  return { from, to, compare: compare === "none" ? undefined : compare }
}

function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS)
    .toISOString()
    .slice(0, 10)
}
