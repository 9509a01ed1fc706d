import { model } from "@medusajs/framework/utils"

/** What more or less spend of a campaign brings, or why that cannot be said. */
const AdPlanningResponseCurve = model
  .define("ad_planning_response_curve", {
    id: model.id({ prefix: "apcurve" }).primaryKey(),
    ad_campaign_id: model.text(),
    fitted_on: model.text(),
    currency: model.text(),
    is_usable: model.boolean(),
    // Why it is not; null of a usable one.
    refusal: model.text().nullable(),
    // ResponseCurve: shape, parameters, figures at today's spend, intervals.
    curve: model.json(),
  })
  .indexes([{ on: ["ad_campaign_id", "fitted_on"], unique: true, where: null }])

export default AdPlanningResponseCurve
