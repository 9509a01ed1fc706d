import { model } from "@medusajs/framework/utils"

/** The NPS of one day's trailing window, of the whole store or of a segment. */
const AdPlanningNpsSnapshot = model
  .define("ad_planning_nps_snapshot", {
    id: model.id({ prefix: "apnps" }).primaryKey(),
    // YYYY-MM-DD in the store's time zone: the window ends with this day.
    day: model.text(),
    // `store`, or a segment's id: a key that is never null.
    scope: model.text(),
    window_days: model.number(),
    // Each person's latest answer of the window.
    promoters: model.number(),
    passives: model.number(),
    detractors: model.number(),
    // Every answer of it.
    all_promoters: model.number(),
    all_passives: model.number(),
    all_detractors: model.number(),
    undetermined: model.number(),
    // Requests of the window, and how many of them were answered.
    asked: model.number(),
    asked_answered: model.number(),
    // -100 to 100, and the half width of its 95 % interval; null when thin.
    nps: model.float().nullable(),
    margin: model.float().nullable(),
  })
  .indexes([{ on: ["day", "scope"], unique: true, where: null }])

export default AdPlanningNpsSnapshot
