import { defineFileConfig, defineLink } from "@medusajs/framework/utils"
import { isModulePresent } from "../lib/host-modules"
import AdPlanningModule from "../modules/ad-planning"

// A link to a module that the store lacks would stop its boot.
defineFileConfig({ isDisabled: () => !isModulePresent("feedback") })

/** sentiment_analysis.feedback: the row whose text it is of; none of other sources. */
export default defineLink(
  {
    linkable: AdPlanningModule.linkable.sentimentAnalysis,
    field: "source_id",
  },
  {
    linkable: {
      serviceName: "feedback",
      entity: "Feedback",
      field: "feedback",
      primaryKey: "id",
      linkable: "feedback_id",
    },
  },
  { readOnly: true }
)
