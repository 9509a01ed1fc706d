import { model } from "@medusajs/framework/utils"
import { ALIAS_KINDS } from "../types"

/** A reviewed decision: this utm value means that campaign. */
const AdPlanningCampaignAlias = model
  .define("ad_planning_campaign_alias", {
    id: model.id({ prefix: "apalias" }).primaryKey(),
    // The utm parameter the value was seen in.
    kind: model.enum([...ALIAS_KINDS]),
    normalised_value: model.text(),
    // "" = every website: NULL would not collide in the unique key.
    website_id: model.text().default(""),
    ad_campaign_id: model.text(),
    created_by: model.text().nullable(),
  })
  .indexes([
    {
      on: ["kind", "normalised_value", "website_id"],
      unique: true,
      where: null,
    },
  ])

export default AdPlanningCampaignAlias
