import { model } from "@medusajs/framework/utils"

/**
 * A purchase as the storefront's script reported it: says which visitor placed
 * an order that carries no visitor itself. It never counts; the order does.
 */
const AdPlanningPurchaseClaim = model
  .define("ad_planning_purchase_claim", {
    id: model.id({ prefix: "apclaim" }).primaryKey(),
    // The client's event id, else order, visitor and session: once each.
    claim_key: model.text(),
    order_id: model.text(),
    visitor_id: model.text().nullable(),
    session_id: model.text().nullable(),
    website_id: model.text().nullable(),
    claimed_at: model.dateTime(),
  })
  .indexes([
    { on: ["claim_key"], unique: true, where: null },
    { on: ["order_id", "claimed_at"] },
    { on: ["claimed_at"] },
  ])

export default AdPlanningPurchaseClaim
