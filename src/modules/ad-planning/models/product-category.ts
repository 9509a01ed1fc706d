import { model } from "@medusajs/framework/utils"

/** What a category of products is called. */
const AdPlanningProductCategory = model
  .define("ad_planning_product_category", {
    id: model.id({ prefix: "apcat" }).primaryKey(),
    category_id: model.text(),
    name: model.text(),
  })
  .indexes([{ on: ["category_id"], unique: true, where: null }])

export default AdPlanningProductCategory
