import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { dayAfter } from "../../../../../modules/ad-planning/utils/forecast-engine"
import {
  readSeries,
  seriesFrame,
} from "../../../../../workflows/ad-planning/forecasting/read-series"
import { forecastCurrency } from "../frame"
import type { AdminGetForecastSeriesParamsType } from "../validators"

/** The days that forecasts of a scope are made of; today's own is not over. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const params = req.validatedQuery as AdminGetForecastSeriesParamsType
  const currency = forecastCurrency(req.scope, params.currency)
  const frame = await seriesFrame(req.scope, new Date(), currency)
  const from = frame.end ? dayAfter(frame.end, 1 - params.days) : frame.from
  const { days } = await readSeries(req.scope, { ...frame, from })
  res.json({
    series: days
      .filter(({ scope }) => scope === params.scope)
      .map(({ scope: _scope, has_metric: _has, ...day }) => day),
    scope: params.scope,
    currency,
    timezone: frame.timezone,
    end: frame.end,
  })
}
