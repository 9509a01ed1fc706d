import type { SqlStatement } from "../types"
import { journeyKeyOf } from "./fragments/forget-journeys"
import { journeyChannel } from "./fragments/journey-channel"
import { JSON_LIST } from "./fragments/json-list"
import { personOf } from "./fragments/person-of"
import { writeToldJourneys } from "./fragments/write-told-journeys"

/** Whose touchpoints are told: conversions that any of these identifies. */
export interface JourneyScope {
  /** Idempotency keys. */
  keys?: string[]
  conversion_ids?: string[]
  order_ids?: string[]
  email_hashes?: string[]
  customer_ids?: string[]
  visitor_ids?: string[]
  /** The client's session ids. */
  session_ids?: string[]
  /** Conversions that have one of these touches as last touch. */
  touch_ids?: string[]
}

const SCOPE_COLUMNS: Record<keyof JourneyScope, string> = {
  keys: "idempotency_key",
  conversion_ids: "id",
  order_ids: "order_id",
  email_hashes: "email_hash",
  customer_ids: "customer_id",
  visitor_ids: "visitor_id",
  session_ids: "session_id",
  touch_ids: "attribution_id",
}

/** Columns that a touchpoint has from its conversion. */
const COPIES = [
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

/**
 * Makes the touchpoints of conversions what the conversions say: orders, leads,
 * form responses and what the storefront's script told. Only rows that differ
 * are written, so that nobody waits for a row that stays as it is.
 *
 * Of an order the value is what is left of it. One that was canceled in full
 * stays on the timeline, as something that was considered. Engagement is no
 * touchpoint; analytics events have theirs from the event itself.
 *
 * @returns the rows that were written
 */
export function upsertConversionJourneysSql(scope: JourneyScope): SqlStatement {
  const columns = (Object.keys(SCOPE_COLUMNS) as (keyof JourneyScope)[]).filter(
    (name) => scope[name]?.length
  )
  // One list after the other: an empty one in an OR would cost the indexes.
  const clauses = columns.map(
    (name) => `conversion.${SCOPE_COLUMNS[name]} = ANY(${JSON_LIST})`
  )
  return {
    sql: `
      WITH told AS (
        SELECT ${journeyKeyOf("conversion")},
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
               ${personOf({
                 email: "conversion.email_hash",
                 customer: "conversion.customer_id",
                 visitor: "conversion.visitor_id",
                 at: "conversion.converted_at",
               })} AS person_id,
               email_hash, customer_id, visitor_id, session_id,
               CASE WHEN conversion_type = 'purchase' THEN net_value ELSE conversion_value END AS value,
               currency, ad_campaign_id, website_id
          FROM conversion
         WHERE deleted_at IS NULL
           AND source IN ('order', 'lead', 'form_response', 'pixel')
           AND conversion_type <> 'page_engagement'
           AND (${clauses.join(" OR ") || "false"})
      ),
      ${writeToldJourneys(COPIES)}`,
    params: columns.map((name) => JSON.stringify(scope[name])),
  }
}
