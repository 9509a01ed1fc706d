import type { SqlStatement } from "../types"

/**
 * Lets the events of one session in one after the other, until the end of the
 * transaction: two of a new session would not see each other.
 */
export function lockSessionSql(sessionId: string): SqlStatement {
  return {
    sql: `SELECT pg_advisory_xact_lock(hashtextextended('analytics_session:' || ?, 0))`,
    params: [sessionId],
  }
}
