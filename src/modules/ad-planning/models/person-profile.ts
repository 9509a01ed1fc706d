import { model } from "@medusajs/framework/utils"

/**
 * What segments and scores need of a person, copied from the store's own record:
 * no name, no e-mail. `created_at` is when the store made the person.
 */
const AdPlanningPersonProfile = model
  .define("ad_planning_person_profile", {
    id: model.id({ prefix: "apprsn" }).primaryKey(),
    person_id: model.text(),
    // ISO 3166-1 alpha-2 in lower case, as in Medusa's addresses: of the latest
    // order, else of the person's own address.
    country: model.text().nullable(),
    state: model.text().nullable(),
    city: model.text().nullable(),
    // YYYY-MM-DD: a calendar date has no time zone.
    birth_date: model.text().nullable(),
    tags: model.array(),
    // Whether any of the person's customers has an account.
    has_account: model.boolean().default(false),
    // Values of the person's metadata, by the paths of an option.
    metadata: model.json(),
  })
  .indexes([
    { on: ["person_id"], unique: true, where: null },
    { on: ["country"] },
  ])

export default AdPlanningPersonProfile
