import { model } from "@medusajs/framework/utils"

import { Person } from "./person"

/** Where a person lives or receives goods. */
export const Address = model.define("person_address", {
  id: model.id({ prefix: "paddr" }).primaryKey(),
  street: model.text().nullable(),
  city: model.text().nullable(),
  state: model.text().nullable(),
  postal_code: model.text().nullable(),
  country: model.text().nullable(),
  person: model.belongsTo(() => Person, { mappedBy: "addresses" }),
})
