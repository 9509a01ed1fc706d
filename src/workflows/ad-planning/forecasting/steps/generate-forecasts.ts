import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { ForecastSnapshot } from "../../../../modules/ad-planning/capabilities/forecasts"
import { serviceOf } from "../../../../modules/ad-planning/service-of"
import {
  dayAfter,
  daysFrom,
  forecastScopes,
  hasEnded,
} from "../../../../modules/ad-planning/utils/forecast-engine"
import { readSeries, seriesFrame } from "../read-series"

export interface GenerateForecastsInput {
  /** Days after `as_of`. */
  horizon_days: number
  /** ISO 8601; what is known before it alone. */
  as_of: string
  currency: string
}

// A campaign that neither cost nor earned anything for so long has no future to tell.
const SILENT_DAYS = 28

export interface GeneratedForecasts {
  generated_on: string
  /** The last day that was learned from; null without any data. */
  end: string | null
  rows: number
  scopes: number
  /** Scopes of which something had too little data. */
  short: number
}

export const generateForecastsStepId = "generate-forecasts"

/**
 * Forecasts every scope and writes it as of that day; what was generated on the day
 * before is replaced. Undone by putting that back.
 */
export const generateForecastsStep = createStep(
  generateForecastsStepId,
  async (input: GenerateForecastsInput, { container }) => {
    const service = serviceOf(container)
    const asOf = new Date(input.as_of)
    const frame = await seriesFrame(container, asOf, input.currency)
    const { end, today } = frame
    if (end === null) {
      return new StepResponse<GeneratedForecasts, ForecastSnapshot | null>(
        { generated_on: today, end, rows: 0, scopes: 0, short: 0 },
        null
      )
    }
    const [{ series }, campaigns, events] = await Promise.all([
      readSeries(container, frame),
      service.forecasts.runningCampaigns(dayAfter(end, -SILENT_DAYS)),
      service.listAdPlanningForecastEvents({}, { take: null }),
    ])
    const running = new Set(campaigns.map(({ id }) => id))
    const asked = series.filter(
      (each) =>
        each.ad_campaign_id === null ||
        (running.has(each.ad_campaign_id) && !hasEnded(each, end, SILENT_DAYS))
    )
    const horizon = daysFrom(end, today) - 1 + input.horizon_days
    const outcome = forecastScopes(asked, events, end, horizon)
    const former = await service.forecasts.replaceForecasts({
      ...outcome,
      generated_on: today,
      generated_at: asOf,
      currency: input.currency,
    })
    return new StepResponse<GeneratedForecasts, ForecastSnapshot | null>(
      {
        generated_on: today,
        end,
        rows: outcome.rows.length,
        scopes: asked.length,
        short: new Set(
          outcome.series.flatMap(({ scope, status }) =>
            status === "ok" ? [] : scope
          )
        ).size,
      },
      former
    )
  },
  async (former, { container }) => {
    if (former) {
      await serviceOf(container).forecasts.restoreForecasts(former)
    }
  }
)
