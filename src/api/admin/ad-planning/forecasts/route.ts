import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { serviceOf } from "../../../../modules/ad-planning/service-of"
import { orderBy } from "../../../utils/list-params"
import { forecastCurrency } from "./frame"
import { FORECAST_FIELDS } from "./query-config"
import type { AdminGetForecastsParamsType } from "./validators"

/** Forecast days, of the newest generation where none is named; how each was made. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const {
    limit,
    offset,
    order = "forecast_date",
    fields = [...FORECAST_FIELDS],
    currency: asked,
    ...filters
  } = req.validatedQuery as AdminGetForecastsParamsType
  const service = serviceOf(req.scope)
  const currency = forecastCurrency(req.scope, asked)
  const generation = await service.forecasts.latestGeneration(currency)
  const generated_on = filters.generated_on ?? generation?.generated_on ?? []
  const [forecasts, count] = await service.listAndCountBudgetForecasts(
    { ...filters, generated_on, currency },
    { select: fields, take: limit, skip: offset, order: orderBy(order) }
  )
  const series = await service.listAdPlanningForecastSeries(
    { generated_on },
    { take: null, order: { scope: "ASC", metric: "ASC" } }
  )
  res.json({ forecasts, count, offset, limit, generation, series })
}
