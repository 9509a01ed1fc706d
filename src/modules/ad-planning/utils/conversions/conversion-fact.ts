import type {
  AdPlanningOptions,
  ConversionFact,
  ConversionInput,
  Decimal,
  Goal,
  GoalEvent,
} from "../../types"
import { goalValue } from "../goals/goal-conversion"
import { matchGoal } from "../goals/match-goal"
import { fxOfDay } from "../money/fx-of-day"
import { calendarDate } from "../period/period"
import { readEngagement } from "./engagement"
import { messageTouch } from "./message-touch"

/** The options that a conversion's facts depend on. */
export type ConversionOptions = Pick<
  AdPlanningOptions,
  "timezone" | "reporting_currency" | "fx" | "attribution"
>

/** A source's own facts, before goals and rates. */
export type UnlabelledFact = Omit<
  ConversionFact,
  "goal_id" | "goal_once_per_page" | "fx_date" | "fx"
>

/** What a conversion is to the goals. */
export function goalEventOf(fact: UnlabelledFact): GoalEvent {
  return {
    kind: "conversion",
    conversion_type: fact.conversion_type,
    event_name: fact.conversion_name ?? fact.conversion_type,
    pathname: fact.pathname,
    website_id: fact.website_id,
    ...readEngagement(fact.metadata),
    properties: fact.metadata ?? {},
    value: fact.conversion_value,
    currency: fact.currency,
    occurred_at: fact.converted_at,
  }
}

/**
 * Labels a conversion with its goal, and gives it the goal's value where the
 * goal sets one: one pure step for every source but orders, whose value is
 * their own.
 */
export function labelledFact(
  fact: UnlabelledFact,
  goal: Goal | null,
  options: ConversionOptions
): ConversionFact {
  const day = calendarDate(fact.converted_at, options.timezone)
  const own = moneyOf(fact.conversion_value, fact.currency)
  const set = goal ? goalValue(goal, goalEventOf(fact)) : null
  const money = set && set.value !== null ? set : own
  return {
    ...fact,
    conversion_value: money.value,
    currency: money.currency,
    goal_id: goal?.id ?? null,
    goal_once_per_page:
      goal?.goal_type === "time_on_page" || goal?.goal_type === "scroll_depth",
    fx_date: day,
    fx: fxOfDay(options, money.currency, day),
  }
}

/** The row that something told to `track-conversion` becomes. */
export function conversionFact(
  input: ConversionInput,
  goals: Goal[],
  options: ConversionOptions
): ConversionFact {
  const fact: UnlabelledFact = {
    idempotency_key: input.idempotency_key,
    conversion_type: input.conversion_type,
    source: input.source,
    conversion_name: input.conversion_name,
    email_hash: null,
    website_id: input.website_id,
    pathname: input.pathname,
    visitor_id: input.visitor_id,
    session_id: input.session_id,
    converted_at: new Date(input.converted_at),
    conversion_value: input.value,
    currency: input.currency,
    utm: input.utm,
    metadata: input.metadata,
    touch: messageTouch(input, options.attribution),
  }
  const goal =
    input.goal_id === undefined
      ? matchGoal(goals, goalEventOf(fact))
      : (goals.find(({ id }) => id === input.goal_id) ?? null)
  return labelledFact(fact, goal, options)
}

/** An amount without a currency is no amount. */
function moneyOf(value: Decimal | null, currency: string | null) {
  return value === null || currency === null
    ? { value: null, currency: null }
    : { value, currency }
}
