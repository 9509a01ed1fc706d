import {
  JOURNEY_EVENT_TYPES,
  type JourneyEventType,
} from "../../modules/ad-planning/types/enums"
import {
  FUNNEL_BREAKDOWNS,
  PATH_DIRECTIONS,
  type FunnelBreakdown,
  type PathDirection,
} from "../../modules/ad-planning/types/journeys"

export const VIEWS = ["funnel", "paths", "dropoff", "first_purchase"] as const
export type View = (typeof VIEWS)[number]

/** As the API takes them. */
export const MIN_STEPS = 2
export const MAX_STEPS = 10
const MAX_WINDOW_DAYS = 365
/** 2 to 10. */
export const STEP_COUNTS = Array.from(
  { length: MAX_STEPS - MIN_STEPS + 1 },
  (_, index) => MIN_STEPS + index
)
export const WINDOWS = [1, 3, 7, 14, 30, 60, 90, 180, 365]

/** What the journeys page is set to, beside its period; it lives in the URL. */
export interface JourneyChoice {
  view: View
  steps: JourneyEventType[]
  window_days: number
  breakdown: FunnelBreakdown | undefined
  event: JourneyEventType
  direction: PathDirection
  max_steps: number
}

/** As the API has it without a word. */
const DEFAULTS: JourneyChoice = {
  view: "funnel",
  steps: ["page_view", "add_to_cart", "begin_checkout", "purchase"],
  window_days: 14,
  breakdown: undefined,
  event: "page_view",
  direction: "from",
  max_steps: 5,
}

/** Reads a page's URL; what is no value of its kind there is the default. */
export function readJourneyChoice(params: URLSearchParams): JourneyChoice {
  return {
    view: one(VIEWS, params.get("view")) ?? DEFAULTS.view,
    steps: readSteps(params.get("steps")) ?? DEFAULTS.steps,
    window_days:
      readInteger(params.get("window"), 1, MAX_WINDOW_DAYS) ??
      DEFAULTS.window_days,
    breakdown: one(FUNNEL_BREAKDOWNS, params.get("breakdown")),
    event: one(JOURNEY_EVENT_TYPES, params.get("event")) ?? DEFAULTS.event,
    direction:
      one(PATH_DIRECTIONS, params.get("direction")) ?? DEFAULTS.direction,
    max_steps:
      readInteger(params.get("max_steps"), MIN_STEPS, MAX_STEPS) ??
      DEFAULTS.max_steps,
  }
}

/** The list with a step one place earlier (-1) or later (1). */
export function moveStep<Step>(
  steps: readonly Step[],
  index: number,
  by: -1 | 1
): Step[] {
  const step = steps[index]
  if (step === undefined || steps[index + by] === undefined) {
    return [...steps]
  }
  return steps.toSpliced(index, 1).toSpliced(index + by, 0, step)
}

/** What to add: the next of the usual ones that is not there yet. */
export function nextStep(steps: readonly JourneyEventType[]): JourneyEventType {
  const unused = [...DEFAULTS.steps, ...JOURNEY_EVENT_TYPES].find(
    (type) => !steps.includes(type)
  )
  return unused ?? DEFAULTS.event
}

function readSteps(text: string | null): JourneyEventType[] | undefined {
  const names = text?.split(",") ?? []
  const steps = names.flatMap((name) => one(JOURNEY_EVENT_TYPES, name) ?? [])
  return steps.length === names.length &&
    steps.length >= MIN_STEPS &&
    steps.length <= MAX_STEPS
    ? steps
    : undefined
}

function readInteger(
  text: string | null,
  min: number,
  max: number
): number | undefined {
  const value = Number(text)
  return Number.isInteger(value) && value >= min && value <= max
    ? value
    : undefined
}

function one<Value extends string>(
  values: readonly Value[],
  text: string | null
): Value | undefined {
  return values.find((value) => value === text)
}
