import { model } from "@medusajs/framework/utils"
import { ATTRIBUTION_CAUSES } from "../types"

/**
 * That a known conversion's figures moved from one campaign, or remainder row, to
 * another: when, and why. Written by whatever moves them; see decision 0017.
 */
const AdPlanningAttributionChange = model
  .define("ad_planning_attribution_change", {
    id: model.id({ prefix: "apchg" }).primaryKey(),
    changed_at: model.dateTime(),
    cause: model.enum([...ATTRIBUTION_CAUSES]),
    // The alias, or the touch that was chosen for.
    cause_id: model.text().nullable(),
    // The user of the store who decided it.
    actor_id: model.text().nullable(),
    conversion_id: model.text(),
    // A campaign's id, or one of REMAINDER_BUCKETS.
    from_key: model.text(),
    to_key: model.text(),
    from_attribution_id: model.text().nullable(),
    to_attribution_id: model.text().nullable(),
  })
  .indexes([{ on: ["conversion_id"] }, { on: ["changed_at"] }])

export default AdPlanningAttributionChange
