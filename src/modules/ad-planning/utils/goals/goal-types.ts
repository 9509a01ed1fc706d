import type { GoalConditions, GoalEvent, GoalType } from "../../types"

const ADD_TO_CART = "add_to_cart"

interface GoalTypeRule {
  /** In words. */
  metBy: string
  fits(event: GoalEvent, conditions: GoalConditions): boolean
}

/** What a goal is met by, by its type, before any of its conditions. */
export const GOAL_TYPE_RULES: Record<GoalType, GoalTypeRule> = {
  purchase: {
    metBy: "an order",
    fits: (event) => isConversion(event, "purchase"),
  },
  lead_form: {
    metBy: "a lead or a form that was sent",
    fits: (event) => isConversion(event, "lead_form_submission"),
  },
  add_to_cart: {
    metBy: "something put into the cart",
    fits: (event, conditions) =>
      isConversion(event, ADD_TO_CART) ||
      (event.kind === "custom_event" &&
        event.event_name === (conditions.event_name ?? ADD_TO_CART)),
  },
  page_view: {
    metBy: "a page view",
    fits: (event) => event.kind === "page_view",
  },
  time_on_page: {
    metBy: "an event that says how many seconds were spent",
    fits: (event) => event.kind !== "page_view" && event.seconds !== null,
  },
  scroll_depth: {
    metBy: "an event that says how far the page was scrolled",
    fits: (event) => event.scroll_percent !== null,
  },
  custom_event: {
    metBy: "a custom event",
    fits: (event) =>
      event.kind === "custom_event" ||
      isConversion(event, "custom") ||
      isConversion(event, "begin_checkout"),
  },
}

function isConversion(
  event: GoalEvent,
  type: GoalEvent["conversion_type"]
): boolean {
  return event.kind === "conversion" && event.conversion_type === type
}
