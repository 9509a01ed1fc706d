import type {
  ConversionType,
  Decimal,
  Goal,
  GoalEvent,
  GoalType,
} from "../../types"

/** A value and its currency: both or neither. */
export type GoalValue =
  { value: Decimal; currency: string } | { value: null; currency: null }

const CONVERSION_TYPE_OF_GOAL: Record<GoalType, ConversionType> = {
  lead_form: "lead_form_submission",
  purchase: "purchase",
  add_to_cart: "add_to_cart",
  page_view: "page_engagement",
  time_on_page: "page_engagement",
  scroll_depth: "page_engagement",
  custom_event: "custom",
}

/** What a conversion is that was made because an event met this goal. */
export function goalConversionType({
  goal_type,
}: Pick<Goal, "goal_type">): ConversionType {
  return CONVERSION_TYPE_OF_GOAL[goal_type]
}

/**
 * What meeting the goal is worth: the event's own value where the goal takes it
 * and the event brings one, otherwise the goal's. An event's value without a
 * currency is in the goal's; an amount without any currency is no amount, as no
 * currency is ever assumed.
 */
export function goalValue(
  goal: Pick<Goal, "default_value" | "currency" | "value_from_event">,
  event: Pick<GoalEvent, "value" | "currency">
): GoalValue {
  const takesEvent = goal.value_from_event && event.value !== null
  return takesEvent
    ? priced(event.value, event.currency ?? goal.currency)
    : priced(goal.default_value, goal.currency)
}

function priced(value: Decimal | null, currency: string | null): GoalValue {
  return value === null || currency === null
    ? { value: null, currency: null }
    : { value, currency }
}
