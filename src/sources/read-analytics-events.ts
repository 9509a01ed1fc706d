import type { MedusaContainer } from "@medusajs/framework/types"
import { z } from "@medusajs/framework/zod"
import { optionalText, readGraph } from "./graph"

const eventSchema = z.object({
  id: z.string(),
  website_id: optionalText,
  event_type: z.string(),
  event_name: optionalText,
  pathname: optionalText,
  visitor_id: optionalText,
  session_id: optionalText,
  device_type: optionalText,
  utm_source: optionalText,
  utm_medium: optionalText,
  utm_campaign: optionalText,
  utm_term: optionalText,
  utm_content: optionalText,
  metadata: z
    .record(z.string(), z.unknown())
    .nullish()
    .transform((value) => value ?? null),
  timestamp: z.coerce.date(),
})

export type SourceAnalyticsEvent = z.infer<typeof eventSchema>

/** Page views and custom events of the host's analytics module. */
export async function readAnalyticsEvents(
  container: MedusaContainer,
  ids: string[]
): Promise<SourceAnalyticsEvent[]> {
  return await readGraph(container, eventSchema, {
    entity: "analytics_event",
    fields: Object.keys(eventSchema.shape),
    filters: { id: ids },
  })
}
