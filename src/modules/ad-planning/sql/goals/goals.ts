import type { SqlStatement } from "../../types"
import { JSON_LIST } from "../fragments/json-list"

const GOALS = `
      SELECT id, name, goal_type, conditions, default_value::text AS default_value, currency,
             value_from_event, is_active, is_primary, priority, website_id, created_at
        FROM conversion_goal`

/** Every goal that an event can meet, the one that goes first first. */
export function activeGoalsSql(): SqlStatement {
  return {
    sql: `${GOALS}
       WHERE is_active AND deleted_at IS NULL
       ORDER BY priority DESC, created_at, id`,
    params: [],
  }
}

export function goalsByIdSql(ids: string[]): SqlStatement {
  return {
    sql: `${GOALS}
       WHERE id = ANY(${JSON_LIST}) AND deleted_at IS NULL
       ORDER BY id`,
    params: [JSON.stringify(ids)],
  }
}

/** The same; nobody else changes them until the transaction ends. */
export function lockGoalsSql(ids: string[]): SqlStatement {
  const { sql, params } = goalsByIdSql(ids)
  return { sql: `${sql} FOR UPDATE`, params }
}
