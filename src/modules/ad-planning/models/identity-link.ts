import { model } from "@medusajs/framework/utils"
import { IDENTITY_KINDS } from "../types"

/** A dated statement that an identifier belongs to a person. */
const AdPlanningIdentityLink = model
  .define("ad_planning_identity_link", {
    id: model.id({ prefix: "idlink" }).primaryKey(),
    kind: model.enum([...IDENTITY_KINDS]),
    // A visitor id, a customer id, or the keyed hash of an e-mail.
    value: model.text(),
    person_id: model.text(),
    valid_from: model.dateTime(),
    // Where it was seen: `person`, `order`, `lead`, ...
    source: model.text(),
    // The fact that shows it, `order:<id>` for example: gone, so is the link.
    evidence: model.text().nullable(),
    revoked_at: model.dateTime().nullable(),
    // `record`: the person's own record lost it; `user`: a person of the store
    // undid it; `merge:<person>`: it is that person's now.
    revoked_by: model.text().nullable(),
  })
  .indexes([
    {
      on: ["kind", "value", "person_id", "valid_from"],
      unique: true,
      where: null,
    },
    { on: ["person_id"] },
    {
      on: ["evidence"],
      where: "evidence IS NOT NULL AND deleted_at IS NULL",
    },
  ])

export default AdPlanningIdentityLink
