import { defineFileConfig, defineLink } from "@medusajs/framework/utils"
import { isFieldPresent, isModulePresent } from "../lib/host-modules"

// Off where the store lacks a module, which would stop its boot, or the field,
// with which every question that follows the link would fail.
defineFileConfig({
  isDisabled: () =>
    !isModulePresent("socials") ||
    !isFieldPresent("custom_analytics", "AnalyticsSession", "ad_campaign_id"),
})

/** ad_campaign.analytics_sessions: the visits whose touch was resolved to it. */
export default defineLink(
  {
    linkable: {
      serviceName: "socials",
      entity: "AdCampaign",
      field: "ad_campaign",
      primaryKey: "id",
      linkable: "ad_campaign_id",
    },
    field: "id",
    isList: true,
  },
  {
    serviceName: "custom_analytics",
    entity: "AnalyticsSession",
    field: "analytics_session",
    primaryKey: "ad_campaign_id",
    linkable: "analytics_session_id",
  },
  { readOnly: true }
)
