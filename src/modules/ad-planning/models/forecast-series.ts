import { model } from "@medusajs/framework/utils"
import { FORECAST_METRICS, FORECAST_STATUSES } from "../types"

/** How one metric of one scope was forecast on one day, or why it was not. */
const AdPlanningForecastSeries = model
  .define("ad_planning_forecast_series", {
    id: model.id({ prefix: "apfser" }).primaryKey(),
    scope: model.text(),
    metric: model.enum([...FORECAST_METRICS]),
    generated_on: model.text(),
    status: model.enum([...FORECAST_STATUSES]),
    // Days of data there are, and how many a forecast needs.
    observed: model.number(),
    required: model.number(),
    // The first and the last day it was learned from.
    from_date: model.text().nullable(),
    to_date: model.text().nullable(),
    method: model.text().nullable(),
    // Intervals of the model's own assumptions: errors were too few.
    is_model_based: model.boolean().default(false),
    // How many days ahead its errors were measured on.
    error_count: model.number().default(0),
    // Mean absolute step from week to week, what MASE divides by.
    naive_scale: model.float().nullable(),
    // By model: its mean absolute error over the inner origins.
    model_errors: model.json().nullable(),
    // What the parts were multiplied by to add up to the total.
    scaling: model.float().nullable(),
  })
  .indexes([
    {
      name: "IDX_ad_planning_forecast_series_unique",
      on: ["scope", "metric", "generated_on"],
      unique: true,
      where: null,
    },
    { on: ["generated_on"] },
  ])

export default AdPlanningForecastSeries
