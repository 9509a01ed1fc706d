import type { NpsCountsRow, NpsSnapshot, NpsTriple } from "../../types"
import { type NpsFigure, npsFigure } from "./nps"

/** The NPS of one period, with everything that it should be read beside. */
export interface NpsReport extends NpsFigure {
  /** Every answer, not only each person's latest. */
  all_responses: NpsFigure
  /** Each scale by itself: the two cannot be compared. */
  stars: NpsFigure
  zero_to_ten: NpsFigure
  /** Answers of people whom nobody knows. */
  unknown: number
  /** Bare threes of which nobody can tell, and the NPS if all were detractors. */
  undetermined: number
  nps_if_undetermined_detract: number | null
  not_customer: number
  asked: number
  answered_of_asked: number
  /** 0 to 1; null where nobody was asked. */
  response_rate: number | null
  /** Whether star ratings are in it, which other shops' 0-10 surveys lack. */
  has_stars: boolean
}

/** Counted answers as figures. */
export function npsReport(row: NpsCountsRow): NpsReport {
  const [promoters, passives, detractors] = row.latest
  const stars = figureOf(row.stars)
  const cautious = npsFigure({
    promoters,
    passives,
    detractors: detractors + row.undetermined,
  })
  return {
    ...figureOf(row.latest),
    all_responses: figureOf(row.all_responses),
    stars,
    zero_to_ten: figureOf(row.zero_to_ten),
    unknown: row.unknown,
    undetermined: row.undetermined,
    nps_if_undetermined_detract: cautious.nps,
    not_customer: row.not_customer,
    asked: row.asked,
    answered_of_asked: row.asked_answered,
    response_rate: row.asked > 0 ? row.asked_answered / row.asked : null,
    has_stars: stars.count > 0,
  }
}

/** The same as one day's snapshot. */
export function npsSnapshot(
  row: NpsCountsRow,
  day: string,
  window_days: number
): NpsSnapshot {
  const { promoters, passives, detractors, nps, margin } = figureOf(row.latest)
  const all = figureOf(row.all_responses)
  return {
    day,
    scope: row.scope,
    window_days,
    promoters,
    passives,
    detractors,
    all_promoters: all.promoters,
    all_passives: all.passives,
    all_detractors: all.detractors,
    undetermined: row.undetermined,
    asked: row.asked,
    asked_answered: row.asked_answered,
    nps,
    margin,
  }
}

function figureOf([promoters, passives, detractors]: NpsTriple): NpsFigure {
  return npsFigure({ promoters, passives, detractors })
}
