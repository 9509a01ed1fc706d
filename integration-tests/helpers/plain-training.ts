import type { TransitionRow } from "../../src/modules/ad-planning/types"
import {
  PATH_CONVERSION,
  PATH_NULL,
  PATH_START,
  type TrainingWindow,
} from "../../src/modules/ad-planning/utils/attribution/training"
import {
  plainPath,
  type PlainConversion,
  type PlainTouch,
} from "./plain-credits"

const HOUR_MS = 3_600_000

interface Shop {
  touches: readonly PlainTouch[]
  /** Those that stand. */
  purchases: readonly PlainConversion[]
  worth: (purchase: PlainConversion) => number
  lookbackHours: number
}

interface Ended {
  states: string[]
  ending: string
  value: number
}

/** What the data-driven model learns from, one visitor after the other. */
export function plainTransitions(
  shop: Shop,
  window: TrainingWindow
): TransitionRow[] {
  const bought = shop.purchases
    .filter(({ converted_at }) => isIn(converted_at, window))
    .map((purchase) => ({ purchase, path: partedPath(purchase, shop) }))
  const taken = new Set(bought.flatMap(({ path }) => path.map(({ id }) => id)))
  const visitors = new Set(shop.touches.map(({ visitor_id }) => visitor_id))
  visitors.delete(null)
  const ended: Ended[] = [
    ...bought.map(({ purchase, path }) => ({
      states: path.map(stateOf),
      ending: PATH_CONVERSION,
      value: shop.worth(purchase),
    })),
    ...[...visitors]
      .flatMap((visitor) => lostPaths(`${visitor}`, shop, window, taken))
      .map((path) => ({
        states: path.map(stateOf),
        ending: PATH_NULL,
        value: 0,
      })),
  ]
  const steps = ended.filter(({ states }) => states.length > 0).flatMap(stepsOf)
  const groups = new Map<string, TransitionRow>()
  for (const step of steps) {
    const pair = JSON.stringify([step.from_state, step.to_state])
    const sum = groups.get(pair)
    groups.set(pair, {
      ...step,
      transitions: (sum?.transitions ?? 0) + step.transitions,
      value: `${Number(sum?.value ?? 0) + Number(step.value)}`,
    })
  }
  return [...groups.values()]
}

/** A purchase's touches since the visitor's one before. */
function partedPath(purchase: PlainConversion, shop: Shop): PlainTouch[] {
  const path = plainPath(purchase, shop.touches, shop.lookbackHours)
  const isSettled =
    purchase.erased_at !== null ||
    path.some(({ touch_key }) => /^(manual|erased):/.test(touch_key))
  const former = Math.max(
    ...shop.purchases
      .filter(
        ({ visitor_id, converted_at }) =>
          visitor_id !== null &&
          visitor_id === purchase.visitor_id &&
          converted_at < purchase.converted_at
      )
      .map(({ converted_at }) => converted_at.getTime())
  )
  return path.filter(
    ({ confidence, started_at }) =>
      isSettled || confidence === "undated" || started_at.getTime() > former
  )
}

/** A visitor's sessions that led to nothing, as far as that is certain. */
function lostPaths(
  visitor: string,
  { touches, purchases, lookbackHours }: Shop,
  window: TrainingWindow,
  taken: ReadonlySet<string>
): PlainTouch[][] {
  const lookback = lookbackHours * HOUR_MS
  const times = purchases
    .filter(({ visitor_id }) => visitor_id === visitor)
    .map(({ converted_at }) => converted_at.getTime())
    .filter((time) => time < window.to.getTime())
  const paths: PlainTouch[][] = []
  let last: number | null = null
  for (const touch of touches
    .filter(
      (one) =>
        one.visitor_id === visitor &&
        one.source === "session" &&
        one.started_at < window.to
    )
    .toSorted(
      (a, b) =>
        a.started_at.getTime() - b.started_at.getTime() ||
        (`${a.session_id}` < `${b.session_id}` ? -1 : 1)
    )) {
    const began = touch.started_at.getTime()
    const isTooOld = began < window.from.getTime() - lookback
    const isTaken =
      taken.has(touch.id) ||
      times.some((time) => time >= began && time <= began + lookback)
    if (isTooOld || isTaken) {
      continue
    }
    // A purchase between the two is later than the first one's lookback: a gap.
    if (last === null || began > last + lookback) {
      paths.push([])
    }
    paths.at(-1)!.push(touch)
    last = began
  }
  return paths.filter((path) =>
    isIn(new Date(path.at(-1)!.started_at.getTime() + lookback), window)
  )
}

function isIn(time: Date, { from, to }: TrainingWindow): boolean {
  return time >= from && time < to
}

function stateOf({ ad_campaign_id, channel_group }: PlainTouch): string {
  return ad_campaign_id ?? channel_group
}

function stepsOf({ states, ending, value }: Ended): TransitionRow[] {
  return [PATH_START, ...states].map((from_state, index) => {
    const isLast = index === states.length
    return {
      from_state,
      to_state: isLast ? ending : states[index]!,
      transitions: 1,
      value: isLast ? `${value}` : "0",
    }
  })
}
