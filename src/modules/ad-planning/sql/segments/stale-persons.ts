import type { SqlStatement } from "../../types"
import { JSON_LIST } from "../fragments/json-list"
import { newId } from "../fragments/new-id"

/** Notes that the facts of orders' buyers changed. */
export function markStaleBuyersSql(orderIds: string[]): SqlStatement {
  return {
    sql: `
      INSERT INTO ad_planning_stale_person (id, person_id, marked_at)
      SELECT ${newId("stale")}, person_id, now()
        FROM (SELECT DISTINCT person_id FROM conversion
               WHERE order_id = ANY(${JSON_LIST}) AND person_id IS NOT NULL) buyer
      ON CONFLICT (person_id) DO NOTHING`,
    params: [JSON.stringify(orderIds)],
  }
}

export function markStalePersonsSql(personIds: string[]): SqlStatement {
  return {
    sql: `
      INSERT INTO ad_planning_stale_person (id, person_id, marked_at)
      SELECT ${newId("stale")}, person_id, now()
        FROM (SELECT DISTINCT unnest(${JSON_LIST}) AS person_id) person
      ON CONFLICT (person_id) DO NOTHING`,
    params: [JSON.stringify(personIds)],
  }
}

/** Takes the people who wait longest; they are nobody else's until then. */
export function takeStalePersonsSql(limit: number): SqlStatement {
  return {
    sql: `
      DELETE FROM ad_planning_stale_person
       WHERE id IN (SELECT id FROM ad_planning_stale_person
                     ORDER BY marked_at, id LIMIT ? FOR UPDATE SKIP LOCKED)
      RETURNING person_id`,
    params: [limit],
  }
}
