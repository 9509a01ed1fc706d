import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { generateBudgetForecastWorkflow } from "../../../../../workflows/ad-planning/forecasting/generate-budget-forecast"
import { forecastCurrency } from "../frame"
import type { AdminGenerateForecastsType } from "../validators"

/** Forecasts now, or as they would have been made at `as_of`. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminGenerateForecastsType>,
  res: MedusaResponse
) => {
  const { horizon_days, as_of, currency } = req.validatedBody
  const now = new Date()
  if (as_of && as_of > now) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "Invalid request: Field 'as_of': must not be in the future"
    )
  }
  const { result } = await generateBudgetForecastWorkflow(req.scope).run({
    input: {
      horizon_days,
      as_of: (as_of ?? now).toISOString(),
      currency: forecastCurrency(req.scope, currency),
    },
  })
  res.json({ generation: result })
}
