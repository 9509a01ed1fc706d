import {
  attributeConversionsSql,
  type AttributionScope,
} from "../sql/attribute-conversions"
import { markDuplicateStampsSql } from "../sql/mark-duplicate-stamps"
import type { AttributionCause } from "../types"
import { type SqlContext, write } from "./sql-context"
import { tellJourneys, tellSessions } from "./tell-journeys"

/**
 * Gives the conversions in scope their last touch anew, and their timelines what
 * follows from it: the one place where purchases and touches meet.
 */
export async function attribute(
  context: SqlContext,
  scope: AttributionScope,
  lookbackHours: number,
  cause: AttributionCause
): Promise<void> {
  if (mayStamp(scope)) {
    await write(context, markDuplicateStampsSql(scope, lookbackHours))
  }
  await write(context, attributeConversionsSql(scope, lookbackHours, cause))
  await tellJourneys(context, scope)
  await tellSessions(context, { session_ids: scope.session_ids ?? [] })
}

/** Whether orders can be in scope: only they carry stamps. */
function mayStamp({
  visitor_ids = [],
  session_ids = [],
  order_ids = [],
}: AttributionScope): boolean {
  return visitor_ids.length + session_ids.length + order_ids.length > 0
}
