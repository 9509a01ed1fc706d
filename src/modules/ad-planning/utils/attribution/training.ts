import type {
  StateEffect,
  TrainedModel,
  TrainedState,
  TransitionRow,
} from "../../types"
import { markovRemovalEffects, type Transition } from "./markov"

/** Where a path begins, and where it ends; no campaign and no channel is named so. */
export const PATH_START = "(start)"
export const PATH_CONVERSION = "(conversion)"
export const PATH_NULL = "(null)"

/** Fewer converting paths than this say little. */
export const REQUIRED_PATHS = 30

const DAY_MS = 86_400_000

export interface TrainingWindow {
  from: Date
  to: Date
}

/** The days before the end of a report, as far as they are over. */
export function trainingWindow(
  end: Date,
  asOf: Date,
  days: number
): TrainingWindow {
  const to = new Date(Math.min(end.getTime(), asOf.getTime()))
  return { from: new Date(to.getTime() - days * DAY_MS), to }
}

/**
 * What the transitions of a training teach: removal effects, and the aggregate result
 * of the model as ChannelAttribution gives it, all conversions shared in proportion to
 * the effects on them and all value in proportion to those on value.
 */
export function trainedModel(
  rows: readonly TransitionRow[],
  { from, to }: TrainingWindow
): TrainedModel {
  const { effects } = markovRemovalEffects(rows.map(toTransition))
  const ended = (ending: string) =>
    rows.filter((row) => row.to_state === ending)
  const conversions = countOf(ended(PATH_CONVERSION))
  const value = ended(PATH_CONVERSION).reduce(
    (sum, row) => sum + Number(row.value),
    0
  )
  const conversionShares = sharesOf(effects.map((row) => row.conversions))
  const valueShares = sharesOf(effects.map((row) => row.value))
  const lasts = new Map(
    ended(PATH_CONVERSION).map((row) => [row.from_state, row.transitions])
  )
  const met = new Map<string, number>()
  for (const { to_state, transitions } of rows) {
    met.set(to_state, (met.get(to_state) ?? 0) + transitions)
  }
  const states: TrainedState[] = effects.map((effect, index) => ({
    key: effect.state,
    removal_effect: effect.conversions,
    removal_effect_value: effect.value,
    share: valueShares[index]!,
    classical_conversions: conversions * conversionShares[index]!,
    classical_value: value * valueShares[index]!,
    conversions: lasts.get(effect.state) ?? 0,
    paths: met.get(effect.state) ?? 0,
  }))
  return {
    training: {
      from: from.toISOString(),
      to: to.toISOString(),
      converting_paths: conversions,
      null_paths: countOf(ended(PATH_NULL)),
      states: states.length,
      is_thin: conversions < REQUIRED_PATHS,
      required_paths: REQUIRED_PATHS,
    },
    states: states.toSorted(
      (a, b) => b.share - a.share || (a.key < b.key ? -1 : 1)
    ),
  }
}

/** What credits go by. */
export function stateEffects({ states }: TrainedModel): StateEffect[] {
  return states.map(({ key, removal_effect_value }) => ({
    state: key,
    effect: removal_effect_value,
  }))
}

function toTransition(row: TransitionRow): Transition {
  const endings = new Map([
    [PATH_CONVERSION, "conversion" as const],
    [PATH_NULL, "null" as const],
  ])
  const ending = endings.get(row.to_state)
  return {
    from: row.from_state === PATH_START ? null : row.from_state,
    to: ending ? { ending } : row.to_state,
    count: row.transitions,
    value: Math.max(0, Number(row.value)),
  }
}

function countOf(rows: readonly TransitionRow[]): number {
  return rows.reduce((sum, row) => sum + row.transitions, 0)
}

/** Parts of 1; equal ones where there is nothing to go by. */
function sharesOf(effects: number[]): number[] {
  const total = effects.reduce((sum, effect) => sum + effect, 0)
  return effects.map((effect) =>
    total > 0 ? effect / total : 1 / effects.length
  )
}
