import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { fillActualsStep, type FillActualsInput } from "./steps/fill-actuals"

export const fillForecastActualsWorkflowId = "fill-forecast-actuals"

/** Puts what happened beside what was forecast. */
export const fillForecastActualsWorkflow = createWorkflow(
  fillForecastActualsWorkflowId,
  (input: WorkflowData<FillActualsInput>) =>
    new WorkflowResponse(fillActualsStep(input))
)
