import { defineFileConfig, defineLink } from "@medusajs/framework/utils"
import { isFieldPresent } from "../lib/host-modules"
import AdPlanningModule from "../modules/ad-planning"

// Off where the store lacks the module, which would stop its boot, or the field,
// with which every question that follows the link would fail.
defineFileConfig({
  isDisabled: () => !isFieldPresent("socials", "Lead", "resolved_campaign_id"),
})

/**
 * lead.resolved_campaign: the campaign its touch was resolved to. By way of our row
 * of that campaign, which has the same id: the framework follows no link from a
 * module into itself. The way has a name of its own, for names are the module's, not
 * the model's.
 */
export default defineLink(
  {
    linkable: {
      serviceName: "socials",
      entity: "Lead",
      field: "lead",
      primaryKey: "id",
      linkable: "lead_id",
    },
    field: "resolved_campaign_id",
  },
  {
    linkable: AdPlanningModule.linkable.adPlanningCampaign,
    alias: "campaign_of_lead",
  },
  {
    readOnly: true,
    shortcut: {
      property: "resolved_campaign",
      path: "campaign_of_lead.ad_campaign",
    },
  }
)
