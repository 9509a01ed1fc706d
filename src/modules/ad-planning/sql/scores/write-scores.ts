import type { ScoreType, SqlStatement } from "../../types"
import { JSON_LIST } from "../fragments/json-list"
import { newId } from "../fragments/new-id"
import { jsonList } from "../fragments/person-scope"

/** What a change has to be for a row of its own in the history. */
const HISTORY_POINTS = 1
const HISTORY_SHARE = 0.05

/** Whose scores of a type are written, and as of when. */
export interface ScoreScope {
  type: ScoreType
  /** Only these people; null = everybody. */
  person_ids: string[] | null
  /** The moment the scores are of. */
  as_of: Date
  /** From when on they are not to be relied on. */
  expires_at: Date
}

/**
 * Makes the scores of one type what a query says they are, in one statement: rows
 * that differ are written, those of people whom the query leaves out are deleted,
 * and a change of a point (of clv: of 5 %) is noted in the history. Running it twice
 * with the same `as_of` changes nothing; a score of a later moment stays as it is.
 *
 * @param scored - a query of (person_id text, score_value double precision, level
 * text, at_risk_since timestamptz, breakdown jsonb), one row per person, of nobody
 * outside the scope; its values are finite
 * @returns one row: how many were `scored`, `changed` and `removed`
 */
export function writeScoresSql(
  { type, person_ids, as_of, expires_at }: ScoreScope,
  scored: SqlStatement
): SqlStatement {
  const inScope =
    person_ids === null ? "true" : `former.person_id = ANY(${JSON_LIST})`
  const asOf = as_of.toISOString()
  return {
    sql: `
      WITH scored AS MATERIALIZED (${scored.sql}),
      told AS (
        SELECT scored.*, former.id AS former_id,
               CASE WHEN former.calculated_at < ?::timestamptz THEN former.score_value
                    ELSE former.previous_value END AS previous_value
          FROM scored
          LEFT JOIN customer_score former
            ON former.person_id = scored.person_id AND former.score_type = ? AND former.deleted_at IS NULL
         WHERE former.id IS NULL
            OR (former.calculated_at <= ?::timestamptz
                AND (former.calculated_at, former.expires_at, former.score_value, former.level,
                     former.at_risk_since, former.breakdown)
                    IS DISTINCT FROM (?::timestamptz, ?::timestamptz, scored.score_value, scored.level,
                     scored.at_risk_since, scored.breakdown))
      ),
      written AS (
        INSERT INTO customer_score
               (id, person_id, score_type, score_value, level, at_risk_since, breakdown,
                calculated_at, expires_at, previous_value)
        SELECT ${newId("cscore")}, person_id, ?, score_value, level, at_risk_since, breakdown,
               ?::timestamptz, ?::timestamptz, previous_value
          FROM told
         ORDER BY person_id
        ON CONFLICT (person_id, score_type) DO UPDATE SET
          score_value = excluded.score_value, level = excluded.level,
          at_risk_since = excluded.at_risk_since, breakdown = excluded.breakdown,
          calculated_at = excluded.calculated_at, expires_at = excluded.expires_at,
          previous_value = excluded.previous_value, deleted_at = NULL, updated_at = now()
        RETURNING person_id
      ),
      removed AS (
        DELETE FROM customer_score former
         WHERE former.score_type = ? AND ${inScope} AND former.calculated_at <= ?::timestamptz
           AND NOT EXISTS (SELECT 1 FROM scored WHERE scored.person_id = former.person_id)
        RETURNING 1
      ),
      noted AS (
        INSERT INTO ad_planning_score_history (id, person_id, score_type, score_value, calculated_at)
        SELECT ${newId("aphist")}, told.person_id, ?, told.score_value, ?::timestamptz
          FROM told
          LEFT JOIN LATERAL (
            SELECT score_value FROM ad_planning_score_history history
             WHERE history.person_id = told.person_id AND history.score_type = ?
               AND history.calculated_at <= ?::timestamptz
             ORDER BY history.calculated_at DESC LIMIT 1) last ON true
         WHERE last.score_value IS NULL
            OR ABS(told.score_value - last.score_value) >= ${type === "clv" ? `GREATEST(ABS(last.score_value) * ${HISTORY_SHARE}, 0.005)` : HISTORY_POINTS}
         ORDER BY told.person_id
        ON CONFLICT (person_id, score_type, calculated_at) DO UPDATE
          SET score_value = excluded.score_value, updated_at = now()
      )
      SELECT (SELECT COUNT(*) FROM scored)::int AS scored,
             (SELECT COUNT(*) FROM written)::int AS changed,
             (SELECT COUNT(*) FROM removed)::int AS removed`,
    params: [
      ...scored.params,
      asOf,
      type,
      asOf,
      asOf,
      expires_at.toISOString(),
      type,
      asOf,
      expires_at.toISOString(),
      type,
      ...(person_ids === null ? [] : [jsonList(person_ids)]),
      asOf,
      type,
      asOf,
      type,
      asOf,
    ],
  }
}

/** Forgets history older than this moment. */
export function pruneScoreHistorySql(before: Date): SqlStatement {
  return {
    sql: `
      DELETE FROM ad_planning_score_history WHERE calculated_at < ?::timestamptz
      RETURNING id`,
    params: [before.toISOString()],
  }
}
