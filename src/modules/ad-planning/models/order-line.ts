import { model } from "@medusajs/framework/utils"

/**
 * One line of one counted order, as it was sold; whose it is says the purchase of
 * the order. `returned` and `net` follow the order.
 */
const AdPlanningOrderLine = model
  .define("ad_planning_order_line", {
    id: model.id({ prefix: "ordline" }).primaryKey(),
    order_id: model.text(),
    line_item_id: model.text(),
    product_id: model.text().nullable(),
    variant_id: model.text().nullable(),
    // As the product was called when it was sold.
    title: model.text().nullable(),
    collection: model.text().nullable(),
    product_type: model.text().nullable(),
    quantity: model.bigNumber(),
    // Received back, damaged ones included.
    returned: model.bigNumber(),
    // Major units of `currency`, tax included, net of what came back.
    net: model.bigNumber(),
    currency: model.text(),
    // Of the line and of the order's shipping.
    discount_codes: model.array(),
  })
  .indexes([
    { on: ["order_id", "line_item_id"], unique: true, where: null },
    { on: ["product_id"] },
  ])

export default AdPlanningOrderLine
