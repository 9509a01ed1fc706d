import { model } from "@medusajs/framework/utils"
import { IDENTITY_KINDS, IDENTITY_STATUSES } from "../types"

/**
 * Why an identifier names nobody: `shared` by more people than one device has
 * (a shop's terminal), or `refused` by a person of the store.
 */
const AdPlanningIdentityStatus = model
  .define("ad_planning_identity_status", {
    id: model.id({ prefix: "idstat" }).primaryKey(),
    kind: model.enum([...IDENTITY_KINDS]),
    value: model.text(),
    status: model.enum([...IDENTITY_STATUSES]),
  })
  .indexes([{ on: ["kind", "value", "status"], unique: true, where: null }])

export default AdPlanningIdentityStatus
