import { model } from "@medusajs/framework/utils"

/**
 * One campaign's day that an import wrote, and what stood there before. The days of
 * several imports form a chain by `former.import_id`: whoever takes one out of the
 * middle hands what it found to the one above.
 */
const AdPlanningSpendImportDay = model
  .define("ad_planning_spend_import_day", {
    id: model.id({ prefix: "apimpd" }).primaryKey(),
    import_id: model.text(),
    // As it was reported: a campaign that was merged since keeps its own id here.
    ad_campaign_id: model.text(),
    date: model.text(),
    currency: model.text(),
    // The amounts that stood there and the import they were of; null for none.
    former: model.json().nullable(),
  })
  .indexes([
    {
      on: ["import_id", "ad_campaign_id", "date", "currency"],
      unique: true,
      where: null,
    },
    { on: ["ad_campaign_id", "date"] },
  ])

export default AdPlanningSpendImportDay
