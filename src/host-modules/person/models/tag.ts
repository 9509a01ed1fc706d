import { model } from "@medusajs/framework/utils"

import { Person } from "./person"

/** A label on a person; `name` is JSON (text or a structure of the host's). */
export const Tag = model.define("person_tags", {
  id: model.id({ prefix: "ptag" }).primaryKey(),
  name: model.json().nullable(),
  person: model.belongsTo(() => Person, { mappedBy: "tags" }),
})
