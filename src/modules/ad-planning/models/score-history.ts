import { model } from "@medusajs/framework/utils"
import { SCORE_TYPES } from "../types"

/** What a score was, from each change that is worth a row. */
const AdPlanningScoreHistory = model
  .define("ad_planning_score_history", {
    id: model.id({ prefix: "aphist" }).primaryKey(),
    person_id: model.text(),
    score_type: model.enum([...SCORE_TYPES]),
    score_value: model.float(),
    calculated_at: model.dateTime(),
  })
  .indexes([
    {
      // A name of its own: the usual one is longer than PostgreSQL's 63 letters.
      name: "IDX_ad_planning_score_history_key",
      on: ["person_id", "score_type", "calculated_at"],
      unique: true,
      where: null,
    },
    { on: ["calculated_at"] },
  ])

export default AdPlanningScoreHistory
