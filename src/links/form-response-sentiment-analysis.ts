import { defineFileConfig, defineLink } from "@medusajs/framework/utils"
import { isModulePresent } from "../lib/host-modules"
import AdPlanningModule from "../modules/ad-planning"

// A link to a module that the store lacks would stop its boot.
defineFileConfig({ isDisabled: () => !isModulePresent("forms") })

/** form_response.sentiment_analyses: what was read out of its text. */
export default defineLink(
  {
    linkable: {
      serviceName: "forms",
      entity: "FormResponse",
      field: "form_response",
      primaryKey: "id",
      linkable: "form_response_id",
    },
    field: "id",
    isList: true,
  },
  {
    ...AdPlanningModule.linkable.sentimentAnalysis.id,
    primaryKey: "source_id",
  },
  { readOnly: true }
)
