import { model } from "@medusajs/framework/utils"

/**
 * When a draft became an order. Medusa keeps no such time (created_at is the
 * draft's), so it is recorded when first seen and outlives a rebuild of facts
 * (docs/decisions/0003-draft-placement-time.md).
 */
const AdPlanningOrderPlacement = model
  .define("ad_planning_order_placement", {
    id: model.id({ prefix: "applace" }).primaryKey(),
    order_id: model.text(),
    // Null while the order is still a draft.
    placed_at: model.dateTime().nullable(),
  })
  .indexes([{ on: ["order_id"], unique: true, where: null }])

export default AdPlanningOrderPlacement
