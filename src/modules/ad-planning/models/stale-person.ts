import { model } from "@medusajs/framework/utils"

/** Somebody whose facts changed since the segments last looked at them. */
const AdPlanningStalePerson = model
  .define("ad_planning_stale_person", {
    id: model.id({ prefix: "stale" }).primaryKey(),
    person_id: model.text(),
    marked_at: model.dateTime(),
  })
  .indexes([
    { on: ["person_id"], unique: true, where: null },
    { on: ["marked_at"] },
  ])

export default AdPlanningStalePerson
