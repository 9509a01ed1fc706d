import { defineFileConfig, defineLink } from "@medusajs/framework/utils"
import { isModulePresent } from "../lib/host-modules"
import AdPlanningModule from "../modules/ad-planning"

// A link to a module that the store lacks would stop its boot.
defineFileConfig({ isDisabled: () => !isModulePresent("person") })

/** customer_segment.members.person: segments and persons, many to many. */
export default defineLink(
  {
    linkable: AdPlanningModule.linkable.segmentMember,
    field: "person_id",
  },
  {
    linkable: {
      serviceName: "person",
      entity: "Person",
      field: "person",
      primaryKey: "id",
      linkable: "person_id",
    },
  },
  { readOnly: true }
)
