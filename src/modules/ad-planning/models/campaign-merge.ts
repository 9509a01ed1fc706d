import { model } from "@medusajs/framework/utils"

/** That a person said: these two campaigns are one. */
const AdPlanningCampaignMerge = model
  .define("ad_planning_campaign_merge", {
    id: model.id({ prefix: "apmerge" }).primaryKey(),
    // The campaign that became part of the other, and that one.
    from_campaign_id: model.text(),
    into_campaign_id: model.text(),
    merged_at: model.dateTime(),
    merged_by: model.text().nullable(),
    // Campaigns that had been merged into the first one before.
    carried_ids: model.json(),
    undone_at: model.dateTime().nullable(),
    undone_by: model.text().nullable(),
  })
  .indexes([{ on: ["from_campaign_id"] }, { on: ["into_campaign_id"] }])

export default AdPlanningCampaignMerge
