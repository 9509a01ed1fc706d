import type { RuleParams, SqlStatement } from "../../types"
import type { CompileContext } from "./compile-context"
import { joinParts, part } from "./sql-parts"
import { ofPeople, windowConditions } from "./window"

/** Scores of one type; only those that can be relied on, unless it is asked. */
export function scoreSource(
  type: string,
  params: RuleParams,
  context: CompileContext
): SqlStatement {
  const where = joinParts(
    [
      part("score.score_type = ? AND score.deleted_at IS NULL", type),
      ...(params.include_expired
        ? []
        : [
            part(
              "score.expires_at > ?::timestamptz",
              context.as_of.toISOString()
            ),
          ]),
      ...ofPeople("score.person_id", context),
    ],
    " AND "
  )
  return {
    sql: `
        SELECT person_id, score_value AS value, level
          FROM customer_score score
         WHERE ${where.sql}`,
    params: where.params,
  }
}

/** What people's texts say, by when they wrote them. */
export function sentimentSource(
  params: RuleParams,
  context: CompileContext
): SqlStatement {
  const where = joinParts(
    [
      part("text.person_id IS NOT NULL AND text.deleted_at IS NULL"),
      ...windowConditions("text.occurred_at", params, context),
      ...ofPeople("text.person_id", context),
    ],
    " AND "
  )
  return {
    sql: `
        SELECT person_id, COUNT(*) AS count, AVG(text.sentiment_score) AS average,
               (array_agg(text.sentiment_label ORDER BY text.occurred_at DESC, text.id DESC))[1] AS last_label
          FROM sentiment_analysis text
         WHERE ${where.sql}
         GROUP BY person_id`,
    params: where.params,
  }
}

/** Since when people are in a segment. */
export function segmentSource(
  params: RuleParams,
  context: CompileContext
): SqlStatement {
  const where = joinParts(
    [
      part(
        "member.segment_id = ? AND member.deleted_at IS NULL",
        params.segment_id ?? ""
      ),
      ...ofPeople("member.person_id", context),
    ],
    " AND "
  )
  return {
    sql: `
        SELECT person_id, added_at FROM segment_member member WHERE ${where.sql}`,
    params: where.params,
  }
}
