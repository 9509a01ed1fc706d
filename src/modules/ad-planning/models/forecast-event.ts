import { model } from "@medusajs/framework/utils"
import { FORECAST_EVENT_KINDS } from "../types"

/** Something known beforehand that moves sales: a promotion, a holiday. */
const AdPlanningForecastEvent = model
  .define("ad_planning_forecast_event", {
    id: model.id({ prefix: "apfev" }).primaryKey(),
    name: model.text(),
    kind: model.enum([...FORECAST_EVENT_KINDS]),
    // First and last day, both included; days of the store's time zone.
    starts_on: model.text(),
    ends_on: model.text(),
    // Null = the whole shop.
    ad_campaign_id: model.text().nullable(),
    // What is expected before it was ever seen: 1.3 is 30 % more.
    expected_factor: model.float().nullable(),
  })
  .indexes([{ on: ["starts_on"] }])

export default AdPlanningForecastEvent
