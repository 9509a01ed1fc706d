import { defineFileConfig, defineLink } from "@medusajs/framework/utils"
import { isModulePresent } from "../lib/host-modules"
import AdPlanningModule from "../modules/ad-planning"

// A link to a module that the store lacks would stop its boot.
defineFileConfig({ isDisabled: () => !isModulePresent("socials") })

/** ad_planning_campaign.ad_campaign: the store's own row, where it has one. */
export default defineLink(
  { linkable: AdPlanningModule.linkable.adPlanningCampaign, field: "id" },
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
