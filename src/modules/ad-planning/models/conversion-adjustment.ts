import { model } from "@medusajs/framework/utils"
import { ADJUSTMENT_TYPES } from "../types"

/**
 * Why a conversion's net value differs from its value. Recomputed as a set from
 * the order on each read; the amounts sum to exactly net - value.
 */
const AdPlanningConversionAdjustment = model
  .define("ad_planning_conversion_adjustment", {
    id: model.id({ prefix: "convadj" }).primaryKey(),
    conversion_id: model.text(),
    source_type: model.enum([...ADJUSTMENT_TYPES]),
    // The credit line's, return's or order's id.
    source_id: model.text(),
    // Signed, in the conversion's currency: a refund is negative.
    amount: model.bigNumber(),
    tax_amount: model.bigNumber(),
    shipping_amount: model.bigNumber(),
    currency: model.text(),
    occurred_at: model.dateTime(),
  })
  .indexes([
    {
      on: ["conversion_id", "source_type", "source_id"],
      unique: true,
      where: null,
    },
    { on: ["occurred_at"] },
  ])

export default AdPlanningConversionAdjustment
