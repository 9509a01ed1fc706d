import { defineFileConfig, defineLink } from "@medusajs/framework/utils"
import { isModulePresent } from "../lib/host-modules"
import AdPlanningModule from "../modules/ad-planning"

// A link to a module that the store lacks would stop its boot.
defineFileConfig({ isDisabled: () => !isModulePresent("person") })

/** person.segment_members.segment: every segment of one person. */
export default defineLink(
  {
    linkable: {
      serviceName: "person",
      entity: "Person",
      field: "person",
      primaryKey: "id",
      linkable: "person_id",
    },
    field: "id",
    isList: true,
  },
  {
    ...AdPlanningModule.linkable.segmentMember.id,
    primaryKey: "person_id",
  },
  { readOnly: true }
)
