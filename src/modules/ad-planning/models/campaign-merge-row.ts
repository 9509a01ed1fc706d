import { model } from "@medusajs/framework/utils"

/** A row that a merge moved from one campaign to another: what an undo moves back. */
const AdPlanningCampaignMergeRow = model
  .define("ad_planning_campaign_merge_row", {
    id: model.id({ prefix: "apmrow" }).primaryKey(),
    merge_id: model.text(),
    kind: model.enum(["touch", "alias"]),
    row_id: model.text(),
  })
  .indexes([{ on: ["merge_id", "kind", "row_id"], unique: true, where: null }])

export default AdPlanningCampaignMergeRow
