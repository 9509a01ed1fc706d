import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { ConversionInput } from "../../../../modules/ad-planning/types"
import { eventToConversion } from "../../sources/event-to-conversion"
import { readAnalyticsEvents } from "../../sources/read-analytics-events"
import { serviceOf } from "../../sources/service-of"

export interface ReadGoalEventsInput {
  /** AnalyticsEvent ids. */
  analytics_event_ids: string[]
}

export const readGoalEventsStepId = "read-goal-events"

/** Reads analytics events and keeps those that meet a goal; reads none without. */
export const readGoalEventsStep = createStep(
  readGoalEventsStepId,
  async ({ analytics_event_ids }: ReadGoalEventsInput, { container }) => {
    const goals = await serviceOf(container).activeGoals()
    const conversions: ConversionInput[] = []
    if (goals.length > 0) {
      const events = await readAnalyticsEvents(container, analytics_event_ids)
      for (const event of events) {
        const conversion = eventToConversion(event, goals)
        if (conversion) {
          conversions.push(conversion)
        }
      }
    }
    return new StepResponse({ conversions })
  }
)
