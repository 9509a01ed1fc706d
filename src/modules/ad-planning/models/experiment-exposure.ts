import { model } from "@medusajs/framework/utils"
import { DEVICES } from "../types"

/**
 * That a visitor saw an experiment, when first. The variant is always the one of
 * the hash: `conflict_at` says that a browser also claimed another, and its
 * visitor does not count.
 */
const AdPlanningExperimentExposure = model
  .define("ad_planning_experiment_exposure", {
    id: model.id({ prefix: "apexpo" }).primaryKey(),
    experiment_id: model.text(),
    visitor_id: model.text(),
    variant: model.text(),
    exposed_at: model.dateTime(),
    conflict_at: model.dateTime().nullable(),
    website_id: model.text().nullable(),
    // Of the browser's own claim; the claim itself is not kept.
    device: model.enum([...DEVICES]).nullable(),
    country_code: model.text().nullable(),
  })
  .indexes([
    { on: ["experiment_id", "visitor_id"], unique: true, where: null },
    { on: ["experiment_id", "exposed_at"] },
    { on: ["visitor_id"] },
  ])

export default AdPlanningExperimentExposure
