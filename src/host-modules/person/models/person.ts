import { model } from "@medusajs/framework/utils"

import { Address } from "./address"
import { Tag } from "./tag"

/** Somebody the store knows: a customer, a lead, a partner. */
export const Person = model
  .define("person", {
    id: model.id({ prefix: "person" }).primaryKey(),
    first_name: model.text(),
    last_name: model.text(),
    // Kept as it was typed, in any case.
    email: model.text().unique().nullable(),
    date_of_birth: model.dateTime().nullable(),
    state: model.text().nullable(),
    metadata: model.json().nullable(),
    public_metadata: model.json().nullable(),
    addresses: model.hasMany(() => Address, { mappedBy: "person" }),
    tags: model.hasMany(() => Tag, { mappedBy: "person" }),
    engagement_score: model.float().default(0),
    last_interaction_at: model.dateTime().nullable(),
  })
  .cascades({ delete: ["addresses", "tags"] })
  .indexes([{ on: ["updated_at"] }])
