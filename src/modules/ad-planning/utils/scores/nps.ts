import type { RatingScale } from "../../types"

export const NPS_GROUPS = ["promoter", "passive", "detractor"] as const
export type NpsGroup = (typeof NPS_GROUPS)[number]

/** On 0-10: from here on a promoter, up to here a detractor. */
export const PROMOTER_FROM = 9
export const DETRACTOR_UP_TO = 6

/** Fewer answers than this say little. */
export const MIN_NPS_ANSWERS = 10

// Standard normal quantile of 97.5 %.
const Z_95 = 1.959963984540054

// Three answers more, a quarter of them promoters and a quarter detractors.
const ADDED_ANSWERS = 3
const ADDED_SHARE = 0.75

export interface NpsCounts {
  promoters: number
  passives: number
  detractors: number
}

export interface NpsFigure extends NpsCounts {
  /** Answers. */
  count: number
  /** -100 to 100; null without answers. */
  nps: number | null
  /** Half the width of its 95 % interval, in points; null without answers. */
  margin: number | null
  /** The interval, within -100 and 100. */
  lower: number | null
  upper: number | null
  status: "ok" | "insufficient_data"
  /** Answers that `ok` takes. */
  required: number
}

/**
 * An answer on 0 to 10. Stars go by (stars - 1) * 2.5: five are 10, four 7.5, three 5.
 *
 * @throws RangeError for a value that is not on its scale
 */
export function onTen(value: number, scale: RatingScale): number {
  const [low, high] = scale === "1-5" ? [1, 5] : [0, 10]
  if (!(value >= low && value <= high)) {
    throw new RangeError(`value must be within ${scale}, got ${value}`)
  }
  return scale === "1-5" ? (value - 1) * 2.5 : value
}

/** Whose answer it is: a promoter's (9, 10), a passive's or a detractor's (0 to 6). */
export function npsGroup(value: number, scale: RatingScale): NpsGroup {
  const ten = onTen(value, scale)
  if (ten >= PROMOTER_FROM) {
    return "promoter"
  }
  return ten <= DETRACTOR_UP_TO ? "detractor" : "passive"
}

/**
 * The Net Promoter Score of counted answers with its 95 % margin. The margin is of
 * adjusted counts (three answers more: 0.75 promoters, 0.75 detractors, the rest
 * passives), since the plain formula is 0 where all agree.
 *
 * @param counts - integers >= 0
 * @throws RangeError for a count that is none
 * @example
 * npsFigure({ promoters: 2, passives: 1, detractors: 2 }).nps // 0
 * @see B. Rocks (2016), Interval Estimation for the Net Promoter Score,
 *   The American Statistician 70(4), 365-372, doi:10.1080/00031305.2016.1198279
 */
export function npsFigure(counts: NpsCounts): NpsFigure {
  const { promoters, passives, detractors } = counts
  for (const [name, count] of Object.entries(counts)) {
    if (!Number.isInteger(count) || count < 0) {
      throw new RangeError(`${name} must be an integer >= 0, got ${count}`)
    }
  }
  const count = promoters + passives + detractors
  const known = { promoters, passives, detractors, count }
  const status = count < MIN_NPS_ANSWERS ? "insufficient_data" : "ok"
  const required = MIN_NPS_ANSWERS
  if (count === 0) {
    const nothing = { nps: null, margin: null, lower: null, upper: null }
    return { ...known, ...nothing, status, required }
  }
  const nps = (100 * (promoters - detractors)) / count
  const n = count + ADDED_ANSWERS
  const up = (promoters + ADDED_SHARE) / n
  const down = (detractors + ADDED_SHARE) / n
  const margin = 100 * Z_95 * Math.sqrt((up + down - (up - down) ** 2) / n)
  const centre = 100 * (up - down)
  return {
    ...known,
    nps,
    margin,
    lower: Math.max(-100, centre - margin),
    upper: Math.min(100, centre + margin),
    status,
    required,
  }
}
