import type { DemoCampaign } from "./campaigns"
import { DAY_MS, dayOf } from "./period"
import { randomFor } from "./random"

// Budgets are changed every two weeks, by so much that what they bring can be learned:
// the coefficient of variation is about 0.6. Half a year has each level once.
const STEP_DAYS = 14
const LEVELS = [
  0.25, 0.35, 0.45, 0.55, 0.65, 0.75, 0.85, 1, 1.15, 1.35, 1.6, 1.95, 2.4,
]
const STEADY_LEVELS = [0.95, 1, 1.05]
const NOISE = 0.12
// Monday first to Sunday last, as a B2B shop's ads do.
const WEEKDAY_WEIGHTS = [1.05, 1.1, 1.08, 1.12, 0.95, 0.7, 1]

/** Twice the spend brings 1.6 times the buyers, half of it 0.57 times. */
const HALF_SATURATION = 3

/**
 * What a campaign spends on a day, by its usual day: planned first, before any visit.
 * A pure function of the campaign and the days until the last order.
 */
export function relativeSpend(
  campaign: DemoCampaign,
  day: string,
  lastOrderAt: Date
): number {
  const age = Math.round(
    (Date.parse(dayOf(lastOrderAt)) - Date.parse(day)) / DAY_MS
  )
  const key = `${campaign.platform} ${campaign.externalId}`
  const levels = campaign.isSteady ? STEADY_LEVELS : LEVELS
  const order = shuffled(levels, `steps ${key}`)
  const level = order[Math.floor(age / STEP_DAYS) % order.length]!
  const weekday = (new Date(day).getUTCDay() + 6) % 7
  const noise = 1 + NOISE * (2 * randomFor(`day ${key} ${age}`).float() - 1)
  return level * WEEKDAY_WEIGHTS[weekday]! * noise
}

/**
 * How many buyers a day's ads bring, by those of a usual day: concave, s (1 + k) / (s + k)
 * with k = 3. So at the usual spend a further pound earns 0.75 of the average one.
 */
export function buyersOf(relative: number): number {
  return (relative * (1 + HALF_SATURATION)) / (relative + HALF_SATURATION)
}

/** The same order every time for one key. */
function shuffled(levels: readonly number[], key: string): number[] {
  const random = randomFor(key)
  return levels
    .map((level) => ({ level, at: random.float() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ level }) => level)
}
