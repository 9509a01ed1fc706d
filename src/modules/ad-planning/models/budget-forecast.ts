import { model } from "@medusajs/framework/utils"
import { FORECAST_SCOPES } from "../types"

/**
 * What one day of one scope was expected to be, by the forecast made on one day, and
 * what it was. Made anew on the same day, a forecast replaces its rows.
 */
const BudgetForecast = model
  .define("budget_forecast", {
    id: model.id({ prefix: "bforec" }).primaryKey(),
    // `total`, `rest`, `platform:<platform>` or `campaign:<id>`.
    scope: model.text(),
    scope_type: model.enum([...FORECAST_SCOPES]),
    ad_campaign_id: model.text().nullable(),
    platform: model.text().nullable(),
    // Days of the store's time zone, YYYY-MM-DD.
    forecast_date: model.text(),
    generated_on: model.text(),
    generated_at: model.dateTime(),
    // 1 is the first day after the data.
    horizon: model.number(),
    currency: model.text(),
    // Of the revenue, or of the first metric that has a forecast.
    method: model.text(),
    // Major units of `currency`; double precision (see the migration).
    predicted_spend: model.float().nullable(),
    predicted_impressions: model.float().nullable(),
    predicted_clicks: model.float().nullable(),
    predicted_conversions: model.float().nullable(),
    predicted_revenue: model.float().nullable(),
    // By metric: { lower_80, upper_80, lower_95, upper_95 }.
    intervals: model.json(),
    // By metric: what the same weekday of the last known week says.
    naive: model.json(),
    actual_spend: model.float().nullable(),
    actual_impressions: model.float().nullable(),
    actual_clicks: model.float().nullable(),
    actual_conversions: model.float().nullable(),
    actual_revenue: model.float().nullable(),
    actual_at: model.dateTime().nullable(),
    // By metric: predicted less actual.
    error: model.json().nullable(),
  })
  .indexes([
    {
      on: ["scope", "forecast_date", "generated_on"],
      unique: true,
      where: null,
    },
    { on: ["generated_on"] },
    { on: ["forecast_date"] },
  ])

export default BudgetForecast
