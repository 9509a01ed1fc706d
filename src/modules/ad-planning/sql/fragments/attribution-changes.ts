import type {
  AttributionCause,
  AttributionCauseName,
  SqlStatement,
} from "../../types"
import { bucketKey } from "./bucket-key"
import { newId } from "./new-id"

/** What is noted whenever it happens: somebody of the store decided it. */
const DECISIONS: readonly AttributionCauseName[] = [
  "alias",
  "session_choice",
  "conversion_choice",
  "undo",
  "merge",
]

// Before that an order is still being read: no figure of it was relied on.
const SETTLED = `moved.created_at < now() - interval '1 hour'
                 AND moved.converted_at < now() - interval '1 day'`

// Carts and milestones are in no campaign's figures, unless they meet a goal.
const MAY_COUNT = `(moved.conversion_type IN ('purchase', 'lead_form_submission')
                 OR moved.goal_id IS NOT NULL)`

/** What the statement that is about to move a conversion has to keep of it. */
export const FORMER_KEY = `${bucketKey("conversion")} AS from_key, conversion.attribution_id AS from_attribution_id`

/**
 * What a CTE `moved` has to return of an updated `conversion` for
 * `recordedChangesCte`.
 *
 * @param former - the source of `FORMER_KEY`
 */
export function movedColumns(former: string): string {
  return `conversion.id, conversion.conversion_type, conversion.goal_id,
                  conversion.created_at, conversion.converted_at,
                  conversion.attribution_id, ${bucketKey("conversion")} AS to_key,
                  ${former}.from_key, ${former}.from_attribution_id`
}

/**
 * A CTE that notes in the ledger which of the conversions in `moved` count for
 * another campaign now. What a failed workflow noted is taken out again: the newest
 * row of a conversion, where it is the opposite of the move. A choice for one
 * conversion is noted also where it confirms its campaign: who made it is in no other
 * row.
 */
export function recordedChangesCte(cause: AttributionCause): SqlStatement {
  const isDecision = DECISIONS.includes(cause.cause) && !cause.is_reverted
  const takenBack = `
      taken_back AS (
        DELETE FROM ad_planning_attribution_change change
         USING moved
         WHERE change.id = (
                 SELECT id FROM ad_planning_attribution_change newest
                  WHERE newest.conversion_id = moved.id AND newest.deleted_at IS NULL
                  ORDER BY newest.changed_at DESC, newest.id DESC LIMIT 1)
           AND (change.from_key, change.to_key) = (moved.to_key, moved.from_key)
           AND (change.from_key <> change.to_key OR change.to_attribution_id = moved.from_attribution_id)
        RETURNING change.conversion_id
      ),`
  return {
    sql: `${cause.is_reverted ? takenBack : ""}
      recorded AS (
        INSERT INTO ad_planning_attribution_change (
          id, changed_at, cause, cause_id, actor_id, conversion_id,
          from_key, to_key, from_attribution_id, to_attribution_id)
        SELECT ${newId("apchg")}, clock_timestamp(), ?, ?, ?, moved.id,
               from_key, to_key, from_attribution_id, attribution_id
          FROM moved
         WHERE ${cause.cause === "conversion_choice" ? "true" : "from_key <> to_key"}
           ${isDecision ? "" : `AND ${MAY_COUNT} AND ${SETTLED}`}
           ${cause.is_reverted ? "AND moved.id NOT IN (SELECT conversion_id FROM taken_back)" : ""}
      )`,
    params: [cause.cause, cause.cause_id ?? null, cause.actor_id ?? null],
  }
}

/** A CTE that forgets the changes of conversions that another one deleted. */
export function forgottenChangesCte(gone: string): string {
  return `
      changes AS (
        DELETE FROM ad_planning_attribution_change
         WHERE conversion_id IN (SELECT id FROM ${gone}) AND deleted_at IS NULL
      )`
}
