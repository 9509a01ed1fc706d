import { model } from "@medusajs/framework/utils"
import { ANOMALY_METRICS } from "../types"

/**
 * A metric of a scope that left what was expected of it. Open until it comes back;
 * found again while open, the same row says what is known by now.
 */
const AdPlanningAnomaly = model
  .define("ad_planning_anomaly", {
    id: model.id({ prefix: "apanom" }).primaryKey(),
    scope: model.text(),
    ad_campaign_id: model.text().nullable(),
    metric: model.enum([...ANOMALY_METRICS]),
    // The days that were summed when it was first and last seen.
    starts_on: model.text(),
    ends_on: model.text(),
    observed: model.float(),
    expected: model.float(),
    lower: model.float(),
    upper: model.float(),
    p_value: model.float(),
    // What moved along: { kind, metric, change, ... }.
    cause: model.json().nullable(),
    detected_at: model.dateTime(),
    closed_at: model.dateTime().nullable(),
  })
  .indexes([
    { on: ["scope", "metric", "starts_on"], unique: true, where: null },
    {
      on: ["scope", "metric"],
      unique: true,
      where: "closed_at IS NULL AND deleted_at IS NULL",
    },
  ])

export default AdPlanningAnomaly
