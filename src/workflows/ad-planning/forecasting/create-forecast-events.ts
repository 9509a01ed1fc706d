import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import {
  createForecastEventsStep,
  type CreateForecastEventsInput,
} from "./steps/create-forecast-events"

export const createForecastEventsWorkflowId = "create-forecast-events"

/** Tells forecasts of promotions and holidays. */
export const createForecastEventsWorkflow = createWorkflow(
  createForecastEventsWorkflowId,
  (input: WorkflowData<CreateForecastEventsInput>) =>
    new WorkflowResponse(createForecastEventsStep(input))
)
