import { model } from "@medusajs/framework/utils"

/** A name that a campaign had: clicks that carry it are still its. */
const AdPlanningCampaignName = model
  .define("ad_planning_campaign_name", {
    id: model.id({ prefix: "apname" }).primaryKey(),
    ad_campaign_id: model.text(),
    name: model.text(),
    normalised_name: model.text(),
    // First and last day it is known to have had it; null where not known.
    first_on: model.text().nullable(),
    last_on: model.text().nullable(),
  })
  .indexes([
    { on: ["ad_campaign_id", "normalised_name"], unique: true, where: null },
    { on: ["normalised_name"] },
  ])

export default AdPlanningCampaignName
