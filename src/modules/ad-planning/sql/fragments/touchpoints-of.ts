import { journeyKeyOf } from "./forget-journeys"
import { journeyChannel } from "./journey-channel"
import { personOf } from "./person-of"

/** Columns that a touchpoint has from its conversion. */
export const TOUCHPOINT_COPIES = [
  "event_type",
  "event_data",
  "channel",
  "stage",
  "timestamp",
  "person_id",
  "email_hash",
  "customer_id",
  "visitor_id",
  "session_id",
  "currency",
  "ad_campaign_id",
  "website_id",
] as const

// What a visitor may write is cut; the timeline shows no more.
const MAX_LENGTH = 512

const PERSON = personOf({
  email: "conversion.email_hash",
  customer: "conversion.customer_id",
  visitor: "conversion.visitor_id",
  at: "conversion.converted_at",
})

/**
 * What conversions say on timelines, as a query that a further condition may
 * follow. Of an order the value is what is left of it. One that was canceled in
 * full stays, as something that was considered. Engagement is no touchpoint;
 * analytics events have theirs from the event itself, and who was erased has none.
 *
 * @param table - the conversions, or a CTE with their columns
 * @param person - whose they are; by default what links say now
 */
export function touchpointsOf(table: string, person = PERSON): string {
  return `SELECT ${journeyKeyOf("conversion")},
               CASE WHEN conversion_type <> 'lead_form_submission' THEN conversion_type
                    WHEN source = 'lead' THEN 'lead_capture'
                    ELSE 'form_submit' END AS event_type,
               jsonb_strip_nulls(jsonb_build_object(
                 'name', left(conversion_name, ${MAX_LENGTH}),
                 'pathname', left(pathname, ${MAX_LENGTH}),
                 'form_id', left(metadata ->> 'form_id', ${MAX_LENGTH}),
                 'canceled', CASE WHEN canceled_at IS NOT NULL THEN true END)) AS event_data,
               ${journeyChannel("conversion")} AS channel,
               CASE WHEN conversion_type <> 'purchase' OR canceled_at IS NOT NULL THEN 'consideration'
                    WHEN is_first_purchase THEN 'conversion'
                    ELSE 'retention' END AS stage,
               converted_at AS timestamp,
               ${person} AS person_id,
               email_hash, customer_id, visitor_id, session_id,
               CASE WHEN conversion_type = 'purchase' THEN net_value ELSE conversion_value END AS value,
               currency, ad_campaign_id, website_id
          FROM ${table} conversion
         WHERE deleted_at IS NULL AND erased_at IS NULL
           AND source IN ('order', 'lead', 'form_response', 'pixel')
           AND conversion_type <> 'page_engagement'`
}
