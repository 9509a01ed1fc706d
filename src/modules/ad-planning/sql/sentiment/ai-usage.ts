import type { SqlStatement } from "../../types"
import { newId } from "../fragments/new-id"

/**
 * Sets tokens of a month aside before a call; no row when the budget has not as
 * many left. What a process that died had set aside stays: it may be billed.
 */
export function reserveTokensSql(
  month: string,
  tokens: number,
  budget: number
): SqlStatement {
  return {
    sql: `
      INSERT INTO ad_planning_ai_usage AS usage (id, month, reserved_tokens)
      SELECT ${newId("aiuse")}, ?, ?::int WHERE ?::int <= ?::int
      ON CONFLICT (month) DO UPDATE
         SET reserved_tokens = usage.reserved_tokens + EXCLUDED.reserved_tokens, updated_at = now()
       WHERE usage.input_tokens + usage.output_tokens + usage.reserved_tokens
             + EXCLUDED.reserved_tokens <= ?::int
      RETURNING id`,
    params: [month, tokens, tokens, budget, budget],
  }
}

/** Gives back what was set aside and records what a call took. */
export function settleTokensSql(
  month: string,
  reserved: number,
  used: { input: number; output: number }
): SqlStatement {
  return {
    sql: `
      UPDATE ad_planning_ai_usage
         SET reserved_tokens = GREATEST(0, reserved_tokens - ?::int), calls = calls + 1,
             input_tokens = input_tokens + ?::int, output_tokens = output_tokens + ?::int,
             updated_at = now()
       WHERE month = ?
      RETURNING id`,
    params: [reserved, used.input, used.output, month],
  }
}
