import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import {
  generateForecastsStep,
  type GenerateForecastsInput,
} from "./steps/generate-forecasts"

export type GenerateBudgetForecastWorkflowInput = GenerateForecastsInput

export const generateBudgetForecastWorkflowId = "generate-budget-forecast"

/** Forecasts the spend and what comes of it, of the shop and each running campaign. */
export const generateBudgetForecastWorkflow = createWorkflow(
  generateBudgetForecastWorkflowId,
  (input: WorkflowData<GenerateBudgetForecastWorkflowInput>) =>
    new WorkflowResponse(generateForecastsStep(input))
)
