import { model } from "@medusajs/framework/utils"

/**
 * Our campaign dimension. `id` is the host's campaign id where it comes from
 * one, so `ad_campaign_id` means the same thing everywhere and links to it.
 */
const AdPlanningCampaign = model
  .define("ad_planning_campaign", {
    id: model.id({ prefix: "apcamp" }).primaryKey(),
    platform: model.text(),
    // The platform's own id, or `name:<normalised name>` where none is known.
    external_id: model.text(),
    name: model.text(),
    normalised_name: model.text(),
    status: model.text().nullable(),
    started_at: model.dateTime().nullable(),
    stopped_at: model.dateTime().nullable(),
    currency: model.text().nullable(),
    account_id: model.text().nullable(),
    // False for campaigns that only a spend import knows.
    is_host_campaign: model.boolean().default(false),
    // The newest day that an import reported under this name; null where the host or
    // a person named it.
    named_on: model.text().nullable(),
    // The campaign that this one is a part of now; never one that is merged itself.
    merged_into_id: model.text().nullable(),
    // Who of the store made it by hand.
    created_by: model.text().nullable(),
  })
  .indexes([
    { on: ["platform", "external_id"], unique: true, where: null },
    { on: ["normalised_name"] },
    {
      on: ["merged_into_id"],
      where: "merged_into_id IS NOT NULL AND deleted_at IS NULL",
    },
  ])

export default AdPlanningCampaign
