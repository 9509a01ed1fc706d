import type { SqlStatement } from "../../types"
import {
  type PurchaseScope,
  purchasesUntil,
} from "../fragments/purchases-until"

/** How many thousandths of people a sample has: everybody. */
export const EVERYBODY = 1_000

// The same people every time, whatever the order of rows.
const SAMPLE_PLACE = `('x' || substr(md5(person_id), 1, 7))::bit(28)::int % ${EVERYBODY}`

/**
 * Purchase histories and how many people have each.
 *
 * @param thousandths - share of people, chosen by a hash of their id
 */
export function purchaseHistoriesSql(
  scope: PurchaseScope,
  thousandths: number
): SqlStatement {
  const purchases = purchasesUntil(scope)
  return {
    sql: `
      WITH ${purchases.sql},
      history AS (
        SELECT person_id, COUNT(DISTINCT day)::int - 1 AS repeats, MAX(day) - MIN(day) AS last_days,
               (SELECT today FROM moment) - MIN(day) AS age_days
          FROM purchase
         WHERE ${SAMPLE_PLACE} < ?
         GROUP BY person_id
      )
      SELECT repeats, last_days, age_days, COUNT(*)::int AS count
        FROM history
       GROUP BY 1, 2, 3
       ORDER BY 1, 2, 3`,
    params: [...purchases.params, thousandths],
  }
}

/** Repeat days with a net value above 0 and their mean, of at most `limit` people. */
export function spendHistoriesSql(
  scope: PurchaseScope,
  limit: number
): SqlStatement {
  const purchases = purchasesUntil(scope)
  return {
    sql: `
      WITH ${purchases.sql},
      bought AS (
        SELECT person_id, day, SUM(net) AS net, MIN(day) OVER (PARTITION BY person_id) AS first_day
          FROM purchase
         GROUP BY person_id, day
      )
      SELECT COUNT(*)::int AS days, AVG(net)::float8 AS mean
        FROM bought
       WHERE day > first_day AND net > 0
       GROUP BY person_id
       ORDER BY md5(person_id)
       LIMIT ?`,
    params: [...purchases.params, limit],
  }
}

/** The currencies that purchases are in, by name. */
export function purchaseCurrenciesSql(): SqlStatement {
  return {
    sql: `
      SELECT DISTINCT currency
        FROM conversion
       WHERE conversion_type = 'purchase' AND deleted_at IS NULL AND currency IS NOT NULL
       ORDER BY 1`,
    params: [],
  }
}
