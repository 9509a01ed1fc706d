import type { AttributionCause, PathRules } from "../types"
import { attribute } from "./attribute"
import type { SqlContext } from "./sql-context"

/** What of a touch joins it to conversions. */
export interface TouchIdentifiers {
  visitor_id: string | null
  session_id: string | null
  former_visitor_id?: string | null
}

/** A failed workflow leaves no trace of what it moved. */
export const REVERTED: AttributionCause = { cause: "other", is_reverted: true }

/** Attributes the conversions that these touches join, or joined, anew. */
export async function attributeTouches(
  context: SqlContext,
  touches: TouchIdentifiers[],
  rules: PathRules,
  cause: AttributionCause
): Promise<void> {
  const visitorIds = touches.flatMap((touch) =>
    [touch.visitor_id, touch.former_visitor_id].filter(isPresent)
  )
  const sessionIds = touches.map((touch) => touch.session_id)
  const scope = {
    visitor_ids: [...new Set(visitorIds)],
    session_ids: [...new Set(sessionIds.filter(isPresent))],
  }
  if (scope.visitor_ids.length + scope.session_ids.length > 0) {
    await attribute(context, scope, rules, cause)
  }
}

function isPresent(id: string | null | undefined): id is string {
  return Boolean(id)
}
