import { model } from "@medusajs/framework/utils"
import { ERASURE_REASONS } from "../types"

/** That somebody was erased, when, and how many rows that concerned: not who. */
const AdPlanningErasure = model
  .define("ad_planning_erasure", {
    id: model.id({ prefix: "aperase" }).primaryKey(),
    reason: model.enum([...ERASURE_REASONS]),
    // The user of the store who asked for it.
    requested_by: model.text().nullable(),
    erased_at: model.dateTime(),
    // Rows deleted and anonymised, by table.
    counts: model.json(),
  })
  .indexes([{ on: ["erased_at"] }])

export default AdPlanningErasure
