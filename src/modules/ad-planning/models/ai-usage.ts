import { model } from "@medusajs/framework/utils"

/** What a month's calls of the language model took of the token budget. */
const AdPlanningAiUsage = model
  .define("ad_planning_ai_usage", {
    id: model.id({ prefix: "aiuse" }).primaryKey(),
    // YYYY-MM, UTC: budgets of providers go by it.
    month: model.text(),
    calls: model.number().default(0),
    input_tokens: model.number().default(0),
    output_tokens: model.number().default(0),
    // Of calls that are in flight, or were when their process died.
    reserved_tokens: model.number().default(0),
  })
  .indexes([{ on: ["month"], unique: true, where: null }])

export default AdPlanningAiUsage
