import type { KnownEvent } from "../../types"
import { dayAfter, daysFrom } from "./days"

export interface EventEffect {
  name: string
  factor: number
  /** Days of earlier events of that name that it was measured on; 0 = expected. */
  measured_days: number
}

const COMPARED_WEEKS = 4
const WEEK = 7

/**
 * What events do to a series: its sum on days of events of one name, by what the same
 * weekdays of the four weeks around had in the middle. Where no day of it is known yet,
 * what a person expects; else nothing.
 *
 * @param dates - days of the series, oldest first; events on others are unknown
 */
export function eventEffects(
  dates: readonly string[],
  values: readonly number[],
  events: readonly KnownEvent[]
): EventEffect[] {
  const byDate = new Map(dates.map((date, index) => [date, values[index]!]))
  const names = [...new Set(events.map(({ name }) => name))]
  return names.map((name) => {
    const own = events.filter((event) => event.name === name)
    const seen = dates.filter((date) =>
      own.some((event) => covers(event, date))
    )
    let actual = 0
    let usual = 0
    let measured_days = 0
    for (const date of seen) {
      const around = neighbours(date, byDate, events)
      if (around.length) {
        actual += byDate.get(date)!
        usual += middle(around)
        measured_days++
      }
    }
    const expected = own.find(({ expected_factor }) => expected_factor !== null)
    return measured_days && usual > 0
      ? { name, factor: actual / usual, measured_days }
      : { name, factor: expected?.expected_factor ?? 1, measured_days: 0 }
  })
}

/** The series as it would have been without events. Days of factor 0 stay. */
export function withoutEvents(
  dates: readonly string[],
  values: readonly number[],
  events: readonly KnownEvent[],
  effects: readonly EventEffect[]
): number[] {
  return values.map((value, index) => {
    const factor = factorOn(dates[index]!, events, effects, true)
    return factor > 0 ? value / factor : value
  })
}

/** What a day's forecast is multiplied by. */
export function factorOn(
  date: string,
  events: readonly KnownEvent[],
  effects: readonly EventEffect[],
  onlyMeasured = false
): number {
  const names = new Set(
    events.filter((event) => covers(event, date)).map(({ name }) => name)
  )
  return effects
    .filter(
      ({ name, measured_days }) =>
        names.has(name) && (!onlyMeasured || measured_days > 0)
    )
    .reduce((product, { factor }) => product * factor, 1)
}

function covers({ starts_on, ends_on }: KnownEvent, date: string): boolean {
  return starts_on <= date && date <= ends_on
}

/** The same weekday of the weeks around, where no event was. */
function neighbours(
  date: string,
  byDate: ReadonlyMap<string, number>,
  events: readonly KnownEvent[]
): number[] {
  return Array.from({ length: 2 * COMPARED_WEEKS + 1 }, (_, index) =>
    dayAfter(date, (index - COMPARED_WEEKS) * WEEK)
  )
    .filter(
      (day) =>
        daysFrom(date, day) !== 0 && !events.some((event) => covers(event, day))
    )
    .flatMap((day) => byDate.get(day) ?? [])
}

function middle(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  return sorted.length % 2
    ? sorted[half]!
    : (sorted[half - 1]! + sorted[half]!) / 2
}
