import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import {
  eventIds,
  handleEvent,
  type EventPayload,
} from "../../runners/handle-event"
import { resolveSessionAttributionWorkflow } from "../../workflows/ad-planning/attribution/resolve-session-attribution"

/** Writes a new session's touch; later changes come with reconcile. */
export default async function analyticsSessionCreated({
  event: { data },
  container,
}: SubscriberArgs<EventPayload>) {
  await handleEvent(
    container,
    "session",
    eventIds(data),
    (analytics_session_ids) =>
      resolveSessionAttributionWorkflow(container).run({
        input: { analytics_session_ids },
      })
  )
}

export const config: SubscriberConfig = {
  event: ["custom_analytics.analytics-session.created"],
  context: { subscriberId: "ad-planning-analytics-session-created" },
}
