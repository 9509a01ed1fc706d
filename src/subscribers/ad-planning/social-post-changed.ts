import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import {
  eventIds,
  handleEvent,
  type EventPayload,
} from "../../runners/handle-event"
import { trackCustomerJourneyEventWorkflow } from "../../workflows/ad-planning/journeys/track-customer-journey-event"

/** Comments come as updates of their post. */
export default async function socialPostChanged({
  event: { data },
  container,
}: SubscriberArgs<EventPayload>) {
  await handleEvent(
    container,
    "social_post",
    eventIds(data),
    (social_post_ids) =>
      trackCustomerJourneyEventWorkflow(container).run({
        input: { social_post_ids },
      })
  )
}

export const config: SubscriberConfig = {
  event: ["socials.social-post.created", "socials.social-post.updated"],
  context: { subscriberId: "ad-planning-social-post-changed" },
}
