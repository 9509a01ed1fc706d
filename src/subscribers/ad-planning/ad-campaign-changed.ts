import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import {
  eventIds,
  handleEvent,
  type EventPayload,
} from "../../runners/handle-event"
import { syncCampaignsWorkflow } from "../../workflows/ad-planning/spend/sync-campaigns"

/** Copies a campaign; a new name may explain unresolved touches. */
export default async function adCampaignChanged({
  event: { data },
  container,
}: SubscriberArgs<EventPayload>) {
  await handleEvent(container, "campaign", eventIds(data), (campaign_ids) =>
    syncCampaignsWorkflow(container).run({ input: { campaign_ids } })
  )
}

export const config: SubscriberConfig = {
  event: ["socials.ad-campaign.created", "socials.ad-campaign.updated"],
  context: { subscriberId: "ad-planning-ad-campaign-changed" },
}
