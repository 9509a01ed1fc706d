import type { SqlStatement } from "../../types"
import {
  type EraseScope,
  isTheirs,
  theirsParams,
} from "../fragments/erase-scope"
import { forgottenJourneysCte } from "../fragments/forget-journeys"
import { JSON_LIST } from "../fragments/json-list"
import { jsonList } from "../fragments/person-scope"

/** Everything in a conversion that names somebody, or may. */
const NAMES = [
  "person_id",
  "customer_id",
  "email_hash",
  "visitor_id",
  "session_id",
  "analytics_session_id",
  "conversion_name",
  "pathname",
  "utm_term",
  "utm_content",
] as const

const DEVICE = ["visitor_id", "session_id", "analytics_session_id"] as const

const toNull = (columns: readonly string[]) =>
  columns.map((column) => `${column} = NULL`).join(", ")

export interface ErasedConversion {
  id: string
  order_id: string | null
  /** False for somebody else's, which does not name the device any more. */
  is_theirs: boolean
  /** Touchpoints that went, of all of theirs together. */
  journeys: number
}

/**
 * Takes everything that names somebody out of the conversions of those who are
 * erased; money, campaign and what they were counted as stay. Their touchpoints go.
 * Somebody else's conversion on a device of theirs loses the device.
 */
export function eraseConversionsSql(scope: EraseScope): SqlStatement {
  return {
    sql: `
      WITH theirs AS (
        UPDATE conversion
           SET ${toNull(NAMES)},
               -- Of a submission that several tell of: which rows of the store they are.
               metadata = CASE WHEN conversion.source IN ('lead', 'form_response') THEN jsonb_strip_nulls(jsonb_build_object(
                 'lead_id', conversion.metadata -> 'lead_id', 'form_response_id', conversion.metadata -> 'form_response_id')) END,
               erased_at = COALESCE(conversion.erased_at, now()), updated_at = now(),
               -- Whoever enters a conversion chooses its key.
               idempotency_key = CASE WHEN conversion.source = 'manual' THEN 'manual:erased:' || conversion.id
                                      ELSE conversion.idempotency_key END
          FROM conversion former
         WHERE former.id = conversion.id AND conversion.deleted_at IS NULL AND ${isTheirs("conversion")}
           AND (conversion.erased_at IS NULL OR COALESCE(${NAMES.map((name) => `conversion.${name}`).join(", ")}) IS NOT NULL)
        RETURNING conversion.id, conversion.order_id, conversion.source, former.idempotency_key
      ),
      ${forgottenJourneysCte("theirs")},
      others AS (
        UPDATE conversion
           SET ${toNull(DEVICE)}, updated_at = now()
         WHERE deleted_at IS NULL AND visitor_id = ANY(${JSON_LIST})
           AND COALESCE(email_hash, customer_id) IS NOT NULL
           AND NOT COALESCE(${isTheirs("conversion")}, false)
        RETURNING id, order_id
      )
      SELECT id, order_id, true AS is_theirs, (SELECT COUNT(*) FROM forgotten)::int AS journeys FROM theirs
      UNION ALL
      SELECT id, order_id, false, 0 FROM others`,
    params: [
      ...theirsParams(scope),
      jsonList(scope.visitor_ids),
      ...theirsParams(scope),
    ],
  }
}
