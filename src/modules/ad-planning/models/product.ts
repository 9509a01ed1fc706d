import { model } from "@medusajs/framework/utils"

/** What rules about products go by, as the product is now. */
const AdPlanningProduct = model
  .define("ad_planning_product", {
    id: model.id({ prefix: "approd" }).primaryKey(),
    product_id: model.text(),
    title: model.text(),
    collection_id: model.text().nullable(),
    collection: model.text().nullable(),
    // Its own categories and all that these are in.
    category_ids: model.array(),
    tags: model.array(),
  })
  .indexes([{ on: ["product_id"], unique: true, where: null }])

export default AdPlanningProduct
