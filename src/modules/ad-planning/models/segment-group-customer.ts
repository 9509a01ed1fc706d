import { model } from "@medusajs/framework/utils"

/** A customer whom we put into a segment's customer group: who else is there, somebody else put there. */
const AdPlanningSegmentGroupCustomer = model
  .define("ad_planning_segment_group_customer", {
    id: model.id({ prefix: "seggrp" }).primaryKey(),
    segment_id: model.text(),
    customer_id: model.text(),
  })
  .indexes([
    { on: ["segment_id", "customer_id"], unique: true, where: null },
    { on: ["customer_id"] },
  ])

export default AdPlanningSegmentGroupCustomer
