import { DETRACTOR_UP_TO, PROMOTER_FROM } from "../../utils/scores/nps"

/**
 * An answer on 0 to 10, as an SQL expression; see `onTen`.
 *
 * @param alias - a row of `ad_planning_rating`
 */
export function onTenOf(alias: string): string {
  return `(CASE WHEN ${alias}.scale = '1-5' THEN (${alias}.value - 1) * 2.5 ELSE ${alias}.value END)`
}

/** Whose answer a value on 0 to 10 is, as an SQL expression. */
export function npsGroupOf(ten: string): string {
  return `(CASE WHEN ${ten} >= ${PROMOTER_FROM} THEN 'promoter'
                WHEN ${ten} <= ${DETRACTOR_UP_TO} THEN 'detractor'
                ELSE 'passive' END)`
}

/** A row that somebody of the shop's customers answered. */
export function isAnswer(alias: string): string {
  return `${alias}.deleted_at IS NULL AND ${alias}.state = 'answered' AND ${alias}.value IS NOT NULL`
}
