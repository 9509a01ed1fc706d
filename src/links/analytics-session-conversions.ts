import { defineFileConfig, defineLink } from "@medusajs/framework/utils"
import { isModulePresent } from "../lib/host-modules"
import AdPlanningModule from "../modules/ad-planning"

// A link to a module that the store lacks would stop its boot.
defineFileConfig({ isDisabled: () => !isModulePresent("custom_analytics") })

/** analytics_session.conversions: what its touch is credited with. */
export default defineLink(
  {
    linkable: {
      serviceName: "custom_analytics",
      entity: "AnalyticsSession",
      field: "analytics_session",
      primaryKey: "id",
      linkable: "analytics_session_id",
    },
    field: "id",
    isList: true,
  },
  {
    ...AdPlanningModule.linkable.conversion.id,
    primaryKey: "analytics_session_id",
  },
  { readOnly: true }
)
