import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import {
  eventIds,
  handleEvent,
  type EventPayload,
} from "../../runners/handle-event"
import { syncInsightsWorkflow } from "../../workflows/ad-planning/spend/sync-insights"

/** Copies what a campaign cost and showed on a day. */
export default async function adInsightsChanged({
  event: { data },
  container,
}: SubscriberArgs<EventPayload>) {
  await handleEvent(container, "insight", eventIds(data), (insight_ids) =>
    syncInsightsWorkflow(container).run({ input: { insight_ids } })
  )
}

export const config: SubscriberConfig = {
  event: ["socials.ad-insights.created", "socials.ad-insights.updated"],
  context: { subscriberId: "ad-planning-ad-insights-changed" },
}
