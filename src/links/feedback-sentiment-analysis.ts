import { defineFileConfig, defineLink } from "@medusajs/framework/utils"
import { isModulePresent } from "../lib/host-modules"
import AdPlanningModule from "../modules/ad-planning"

// A link to a module that the store lacks would stop its boot.
defineFileConfig({ isDisabled: () => !isModulePresent("feedback") })

/** feedback.sentiment_analyses: what was read out of its text. */
export default defineLink(
  {
    linkable: {
      serviceName: "feedback",
      entity: "Feedback",
      field: "feedback",
      primaryKey: "id",
      linkable: "feedback_id",
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
