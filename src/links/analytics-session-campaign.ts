import { defineFileConfig, defineLink } from "@medusajs/framework/utils"
import { isFieldPresent, isModulePresent } from "../lib/host-modules"

// Off where the store lacks a module, which would stop its boot, or the field,
// with which every question that follows the link would fail.
defineFileConfig({
  isDisabled: () =>
    !isModulePresent("socials") ||
    !isFieldPresent("custom_analytics", "AnalyticsSession", "ad_campaign_id"),
})

/** analytics_session.ad_campaign: the campaign its touch was resolved to. */
export default defineLink(
  {
    linkable: {
      serviceName: "custom_analytics",
      entity: "AnalyticsSession",
      field: "analytics_session",
      primaryKey: "id",
      linkable: "analytics_session_id",
    },
    field: "ad_campaign_id",
  },
  {
    linkable: {
      serviceName: "socials",
      entity: "AdCampaign",
      field: "ad_campaign",
      primaryKey: "id",
      linkable: "ad_campaign_id",
    },
  },
  { readOnly: true }
)
