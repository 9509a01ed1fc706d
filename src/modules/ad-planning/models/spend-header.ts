import { model } from "@medusajs/framework/utils"

/** How a file with this header row was read last: the next one needs no question. */
const AdPlanningSpendHeader = model
  .define("ad_planning_spend_header", {
    id: model.id({ prefix: "aphead" }).primaryKey(),
    // SHA-256 of the normalised names in their order.
    header_hash: model.text(),
    platform: model.text().nullable(),
    // Field -> name of its column, where a person said so.
    mapping: model.json(),
    number_format: model.text().nullable(),
    date_format: model.text().nullable(),
    currency: model.text().nullable(),
    // Question -> choice.
    answers: model.json(),
    used_at: model.dateTime(),
  })
  .indexes([{ on: ["header_hash"], unique: true, where: null }])

export default AdPlanningSpendHeader
