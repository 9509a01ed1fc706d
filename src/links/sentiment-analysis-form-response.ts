import { defineFileConfig, defineLink } from "@medusajs/framework/utils"
import { isModulePresent } from "../lib/host-modules"
import AdPlanningModule from "../modules/ad-planning"

// A link to a module that the store lacks would stop its boot.
defineFileConfig({ isDisabled: () => !isModulePresent("forms") })

/** sentiment_analysis.form_response: the row whose text it is of; none of other sources. */
export default defineLink(
  {
    linkable: AdPlanningModule.linkable.sentimentAnalysis,
    field: "source_id",
  },
  {
    linkable: {
      serviceName: "forms",
      entity: "FormResponse",
      field: "form_response",
      primaryKey: "id",
      linkable: "form_response_id",
    },
  },
  { readOnly: true }
)
