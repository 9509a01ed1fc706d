import { model } from "@medusajs/framework/utils"

/** One import of what campaigns cost: a file, a list of rows, a fee by hand. */
const AdPlanningSpendImport = model
  .define("ad_planning_spend_import", {
    id: model.id({ prefix: "apimp" }).primaryKey(),
    imported_at: model.dateTime(),
    // The user of the store; null for a program.
    imported_by: model.text().nullable(),
    // Null for rows of the API and for a fee by hand.
    file_name: model.text().nullable(),
    // As campaigns have it; "several" where the file names more than one.
    platform: model.text(),
    // Campaign days that it wrote.
    rows: model.number(),
    from_date: model.text().nullable(),
    to_date: model.text().nullable(),
    // [{ currency, spend }], spend as exact decimal text.
    spend: model.json(),
    // Names of ad accounts in the file, and its time zone. Days are not shifted.
    accounts: model.json(),
    time_zone: model.text().nullable(),
    // [{ kind, count, ... }]: what of the file was not counted, and why.
    left_out: model.json(),
    // Campaigns that it made, and the others as they were: see `undo`.
    campaigns_created: model.json(),
    campaigns_before: model.json(),
    undone_at: model.dateTime().nullable(),
    undone_by: model.text().nullable(),
  })
  .indexes([{ on: ["imported_at"] }])

export default AdPlanningSpendImport
