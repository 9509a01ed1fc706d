import { model } from "@medusajs/framework/utils"
import { GOAL_TYPES } from "../types"

/**
 * What a shop wants to happen, and what it is worth. It counts from its
 * creation; a conversion belongs to one goal at most.
 */
const ConversionGoal = model
  .define("conversion_goal", {
    id: model.id({ prefix: "convgoal" }).primaryKey(),
    name: model.text(),
    goal_type: model.enum([...GOAL_TYPES]),
    // GoalConditions: all that are given have to hold.
    conditions: model.json(),
    // Major units of `currency`; for conversions without a value of their own.
    default_value: model.bigNumber().nullable(),
    currency: model.text().nullable(),
    value_from_event: model.boolean().default(false),
    is_active: model.boolean().default(true),
    // Primary goals count as conversions in campaign figures.
    is_primary: model.boolean().default(false),
    // The highest wins where an event meets several, then the oldest.
    priority: model.number().default(0),
    // Null = every website.
    website_id: model.text().nullable(),
  })
  .indexes([{ on: ["is_active"] }])

export default ConversionGoal
