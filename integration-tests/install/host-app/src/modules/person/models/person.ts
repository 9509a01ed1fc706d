import { model } from "@medusajs/framework/utils"

/** This store's own person: fewer columns than our stand-in, and one it lacks. */
const Person = model.define("person", {
  id: model.id({ prefix: "shopper" }).primaryKey(),
  first_name: model.text(),
  last_name: model.text(),
  email: model.text().unique().nullable(),
  loyalty: model.text().default("none"),
})

export default Person
