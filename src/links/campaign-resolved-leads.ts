import { defineFileConfig, defineLink } from "@medusajs/framework/utils"
import { isFieldPresent } from "../lib/host-modules"
import AdPlanningModule from "../modules/ad-planning"

// Off where the store lacks the module, which would stop its boot, or the field,
// with which every question that follows the link would fail.
defineFileConfig({
  isDisabled: () => !isFieldPresent("socials", "Lead", "resolved_campaign_id"),
})

/**
 * ad_campaign.resolved_leads: the leads whose touch was resolved to it, by way of our
 * row of the campaign (see lead-campaign.ts).
 */
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
  },
  { linkable: AdPlanningModule.linkable.adPlanningCampaign },
  {
    readOnly: true,
    shortcut: {
      property: "resolved_leads",
      path: "ad_planning_campaign.leads",
      isList: true,
    },
  }
)
