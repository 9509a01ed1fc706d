import {
  attributeConversionsSql,
  type AttributionScope,
} from "../sql/attribution/attribute-conversions"
import { markDuplicateStampsSql } from "../sql/attribution/mark-duplicate-stamps"
import { markReturnsFromPayingSql } from "../sql/attribution/mark-returns-from-paying"
import {
  type PurchaseScope,
  purchaseVisitorsSql,
} from "../sql/identity/purchase-visitors"
import type { AttributionCause, PathRules } from "../types"
import { isEmpty } from "./is-empty"
import { read, type SqlContext, write } from "./sql-context"
import { tellJourneys, tellSessions } from "./refresh-timelines"

/**
 * Gives the conversions in scope their last touch anew, and their timelines what
 * follows from it: the one place where purchases and touches meet.
 */
export async function attribute(
  context: SqlContext,
  scope: AttributionScope,
  rules: PathRules,
  cause: AttributionCause
): Promise<void> {
  if (mayStamp(scope)) {
    await write(context, markReturnsFromPayingSql(scope))
    await write(context, markDuplicateStampsSql(scope, rules.lookback_hours))
  }
  await write(context, attributeConversionsSql(scope, rules, cause))
  await tellJourneys(context, scope)
  await tellSessions(context, { session_ids: scope.session_ids ?? [] })
}

/**
 * The visitors for whose other conversions it matters when these purchases were:
 * nobody, unless the rules say so. Asked before and after purchases change.
 */
export async function visitorsParted(
  context: SqlContext,
  purchases: PurchaseScope,
  rules: PathRules
): Promise<string[]> {
  if (!rules.stop_at_previous_purchase || isEmpty(purchases)) {
    return []
  }
  const rows = await read<{ visitor_id: string }>(
    context,
    purchaseVisitorsSql(purchases)
  )
  return rows.map((row) => row.visitor_id)
}

/** Attributes everything of these visitors anew: a purchase of theirs changed. */
export async function attributeVisitors(
  context: SqlContext,
  visitorIds: string[],
  rules: PathRules,
  cause: AttributionCause
): Promise<void> {
  const visitor_ids = [...new Set(visitorIds)]
  if (visitor_ids.length > 0) {
    await attribute(context, { visitor_ids }, rules, cause)
  }
}

/** Whether orders can be in scope: only they carry stamps. */
function mayStamp({
  visitor_ids = [],
  session_ids = [],
  order_ids = [],
}: AttributionScope): boolean {
  return visitor_ids.length + session_ids.length + order_ids.length > 0
}
