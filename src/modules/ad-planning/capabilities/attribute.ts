import {
  attributeConversionsSql,
  type AttributionScope,
} from "../sql/attribute-conversions"
import { markDuplicateStampsSql } from "../sql/mark-duplicate-stamps"
import { type SqlContext, write } from "./sql-context"

/**
 * Gives the conversions in scope their last touch anew: the one place where
 * purchases and touches meet.
 */
export async function attribute(
  context: SqlContext,
  scope: AttributionScope,
  lookbackHours: number
): Promise<void> {
  if (mayStamp(scope)) {
    await write(context, markDuplicateStampsSql(scope, lookbackHours))
  }
  await write(context, attributeConversionsSql(scope, lookbackHours))
}

/** Whether orders can be in scope: only they carry stamps. */
function mayStamp({
  visitor_ids = [],
  session_ids = [],
  order_ids = [],
}: AttributionScope): boolean {
  return visitor_ids.length + session_ids.length + order_ids.length > 0
}
