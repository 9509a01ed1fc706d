import { model } from "@medusajs/framework/utils"
import { SUPPRESSION_KINDS } from "../types"

/**
 * An identifier of somebody who was erased, as a keyed hash: what still names
 * them elsewhere in the store brings nothing of them back.
 */
const AdPlanningSuppression = model
  .define("ad_planning_suppression", {
    id: model.id({ prefix: "apsupp" }).primaryKey(),
    // ad_planning_erasure.id
    erasure_id: model.text(),
    kind: model.enum([...SUPPRESSION_KINDS]),
    value_hash: model.text(),
  })
  .indexes([
    { on: ["kind", "value_hash"], unique: true, where: null },
    { on: ["erasure_id"] },
  ])

export default AdPlanningSuppression
