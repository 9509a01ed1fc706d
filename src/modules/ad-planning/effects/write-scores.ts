import { type ScoreScope, writeScoresSql } from "../sql/scores/write-scores"
import type { ScoreCounts, SqlStatement } from "../types"
import { type SqlContext, write } from "./sql-context"

/** Makes the scores of one type what a query says; see `writeScoresSql`. */
export async function writeScores(
  context: SqlContext,
  scope: ScoreScope,
  scored: SqlStatement
): Promise<ScoreCounts> {
  const [counts] = await write<ScoreCounts>(
    context,
    writeScoresSql(scope, scored)
  )
  return counts!
}
