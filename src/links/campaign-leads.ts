import { defineFileConfig, defineLink } from "@medusajs/framework/utils"
import { isFieldPresent } from "../lib/host-modules"
import AdPlanningModule from "../modules/ad-planning"

// Off where the store lacks the module, which would stop its boot, or the field,
// with which every question that follows the link would fail.
defineFileConfig({
  isDisabled: () => !isFieldPresent("socials", "Lead", "resolved_campaign_id"),
})

/** ad_planning_campaign.leads: those whose touch was resolved to it. */
export default defineLink(
  {
    linkable: AdPlanningModule.linkable.adPlanningCampaign,
    field: "id",
    isList: true,
  },
  {
    serviceName: "socials",
    entity: "Lead",
    field: "lead",
    primaryKey: "resolved_campaign_id",
    linkable: "lead_id",
  },
  { readOnly: true }
)
