import {
  deleteRatingsSql,
  upsertRatingsSql,
} from "../sql/scores/upsert-ratings"
import type { RatingFact, RatingKey } from "../types"
import { type ErasedNames, namesErased } from "../utils/identity/erased"
import { type SqlContext, write } from "./sql-context"

/** A question as it is kept: its times do not move. */
export interface KeptRating extends RatingKey {
  person_id: string | null
  asked_at: Date | null
  answered_at: Date | null
  is_written: boolean
}

/** Ratings as sources have them, and those whose source is gone. */
export interface RatingChanges {
  facts: RatingFact[]
  gone: RatingKey[]
}

/** What a rating names somebody by. */
export function namedByRating(
  fact: Pick<RatingFact, "named_person_id" | "email_hash" | "customer_id">
) {
  return {
    person_id: fact.named_person_id,
    email_hash: fact.email_hash,
    customer_id: fact.customer_id,
  }
}

/**
 * Makes questions and answers what their sources say; what names anybody who was
 * erased goes.
 */
export async function syncRatings(
  context: SqlContext,
  { facts, gone }: RatingChanges,
  erased: ErasedNames
): Promise<{ kept: KeptRating[]; changed: number }> {
  const isErased = (fact: RatingFact) =>
    namesErased(namedByRating(fact), erased)
  const forgotten = [...gone, ...facts.filter(isErased)]
  const stay = facts.filter((fact) => !isErased(fact))
  const removed = forgotten.length
    ? await write(context, deleteRatingsSql(forgotten.map(keyOf)))
    : []
  const kept = stay.length
    ? await write<KeptRating>(context, upsertRatingsSql(stay))
    : []
  return {
    kept: kept.map((row) => ({
      ...row,
      asked_at: row.asked_at && new Date(row.asked_at),
      answered_at: row.answered_at && new Date(row.answered_at),
    })),
    changed: removed.length + kept.filter((row) => row.is_written).length,
  }
}

function keyOf({ source_type, source_id }: RatingKey): RatingKey {
  return { source_type, source_id }
}
