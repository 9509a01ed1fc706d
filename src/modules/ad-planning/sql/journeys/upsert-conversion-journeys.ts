import type { SqlStatement } from "../../types"
import { JSON_LIST } from "../fragments/json-list"
import { TOUCHPOINT_COPIES, touchpointsOf } from "../fragments/touchpoints-of"
import { writeToldJourneys } from "../fragments/write-told-journeys"

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
        ${touchpointsOf("conversion")}
           AND (${clauses.join(" OR ") || "false"})
      ),
      ${writeToldJourneys(TOUCHPOINT_COPIES)}
      SELECT id FROM told_anew`,
    params: columns.map((name) => JSON.stringify(scope[name])),
  }
}
