import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { CUSTOM_ANALYTICS_MODULE } from "../../../host-modules/custom-analytics"
import type CustomAnalyticsService from "../../../host-modules/custom-analytics/service"
import type { TrackedEvent } from "../../../host-modules/custom-analytics/types"

export const recordAnalyticsEventStepId = "record-analytics-event"

/**
 * Stores an event and its session in one transaction. It is not undone: the
 * visit did happen, whatever else a workflow makes of it.
 */
export const recordAnalyticsEventStep = createStep(
  recordAnalyticsEventStepId,
  async (event: TrackedEvent, { container }) => {
    const service = container.resolve<CustomAnalyticsService>(
      CUSTOM_ANALYTICS_MODULE
    )
    return new StepResponse(await service.trackEvent(event))
  }
)
