import type { SqlStatement } from "../types"
import { JSON_LIST } from "./fragments/json-list"
import {
  IS_NAMED,
  jsonList,
  keysOf,
  namedParams,
  type PersonScope,
} from "./fragments/person-scope"

// Beside the visitors that are named: those of the conversions in scope, and
// those that these showed when they were written last.
const VISITORS = `
      named AS (SELECT idempotency_key, visitor_id FROM conversion WHERE ${IS_NAMED}),
      visitor AS (
        SELECT visitor_id AS value FROM named WHERE visitor_id IS NOT NULL
        UNION
        SELECT jsonb_array_elements_text(?::jsonb)
        UNION
        SELECT value FROM ad_planning_identity_link
         WHERE kind = 'visitor' AND evidence IS NOT NULL AND deleted_at IS NULL
           AND (evidence = ANY(${JSON_LIST}) OR evidence = ANY(ARRAY(SELECT idempotency_key FROM named)))
      )`

/**
 * Locks the touches whose person may change, before anything else of a
 * transaction is written: touches, then conversions, then links, so that no two
 * transactions wait for each other.
 */
export function lockPersonTouchesSql(scope: PersonScope): SqlStatement {
  return {
    sql: `
      WITH ${VISITORS}
      SELECT id FROM campaign_attribution
       WHERE deleted_at IS NULL
         AND (visitor_id = ANY(ARRAY(SELECT value FROM visitor))
           OR touch_key = ANY(ARRAY(SELECT idempotency_key FROM named)))
       ORDER BY id
         FOR NO KEY UPDATE`,
    params: visitorParams(scope),
  }
}

/** Locks the conversions whose person may change, after the touches. */
export function lockPersonConversionsSql(scope: PersonScope): SqlStatement {
  return {
    sql: `
      WITH ${VISITORS}
      SELECT id FROM conversion
       WHERE deleted_at IS NULL
         AND (visitor_id = ANY(ARRAY(SELECT value FROM visitor))
           OR idempotency_key = ANY(ARRAY(SELECT idempotency_key FROM named)))
       ORDER BY id
         FOR NO KEY UPDATE`,
    params: visitorParams(scope),
  }
}

function visitorParams(scope: PersonScope): string[] {
  return [
    ...namedParams(scope),
    jsonList(scope.visitor_ids),
    jsonList(keysOf(scope)),
  ]
}
