import { model } from "@medusajs/framework/utils"
import { MODEL_TYPES } from "../types"

/** One training of a score's model: what it found and how well it did. */
const AdPlanningScoreModel = model
  .define("ad_planning_score_model", {
    id: model.id({ prefix: "apmodel" }).primaryKey(),
    type: model.enum([...MODEL_TYPES]),
    trained_at: model.dateTime(),
    // What scoring one person needs: coefficients, lines, method.
    params: model.json(),
    // What the model card shows.
    metrics: model.json(),
    // The one that scores are made with; one per type.
    current: model.boolean().default(false),
  })
  .indexes([
    { on: ["type", "trained_at"], unique: true, where: null },
    {
      on: ["type"],
      unique: true,
      where: "current AND deleted_at IS NULL",
    },
  ])

export default AdPlanningScoreModel
