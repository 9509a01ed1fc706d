import { defineFileConfig, defineLink } from "@medusajs/framework/utils"
import { isModulePresent } from "../lib/host-modules"
import AdPlanningModule from "../modules/ad-planning"

// A link to a module that the store lacks would stop its boot.
defineFileConfig({ isDisabled: () => !isModulePresent("custom_analytics") })

/** conversion.analytics_session: the session of its last touch. */
export default defineLink(
  {
    linkable: AdPlanningModule.linkable.conversion,
    field: "analytics_session_id",
  },
  {
    linkable: {
      serviceName: "custom_analytics",
      entity: "AnalyticsSession",
      field: "analytics_session",
      primaryKey: "id",
      linkable: "analytics_session_id",
    },
  },
  { readOnly: true }
)
