import {
  ATTRIBUTION_MODELS,
  type PathRules,
  type SqlStatement,
  type StateEffect,
} from "../../types"
import {
  creditCtes,
  effectsCte,
  minorUnitsCte,
  USUAL_DIGITS,
  weightsOf,
} from "../fragments/credit-ctes"
import { pathBegin, pathCtes } from "../fragments/path-ctes"
import { withCtes } from "../fragments/report-ctes"

/**
 * What every model credits one conversion's touches with, by the same paths and splits
 * as the reports: one row per touch and model that gives it something, and with
 * `touch_id` NULL one that says from when touches count. Amounts are in the
 * conversion's own currency, and sum to its net value.
 */
export function conversionCreditsSql(
  conversionId: string,
  rules: PathRules,
  effects: readonly StateEffect[]
): SqlStatement {
  const begin = pathBegin("conversion", rules)
  return withCtes(
    [
      minorUnitsCte(),
      {
        sql: `
      ending AS MATERIALIZED (
        SELECT 1::bigint AS no, conversion.*, ${begin.sql}
          FROM conversion
         WHERE id = ? AND deleted_at IS NULL
      ),
      priced AS (
        SELECT no, abs(net_value) * COALESCE(per_major, ${10 ** USUAL_DIGITS}) AS units,
               sign(net_value) * COALESCE(worth, ${10 ** -USUAL_DIGITS}) AS unit_worth
          FROM ending
          LEFT JOIN minor_unit USING (currency)
      ),
      booking AS (
        SELECT no, unit_worth, trunc(units)::bigint AS whole, NULLIF(units % 1, 0) AS rest
          FROM priced
      )`,
        params: [...begin.params, conversionId],
      },
      effectsCte(effects),
      pathCtes(
        { starts_at: null, ends_at: null },
        {
          touch: { touch_id: "touch.id" },
          params: [],
          weights: weightsOf(ATTRIBUTION_MODELS),
        }
      ),
      ...creditCtes(ATTRIBUTION_MODELS, ["touch_id", "position"]),
      {
        sql: `
      credit AS (${ATTRIBUTION_MODELS.map(
        (model) => `
        SELECT '${model}' AS model, no, touch_id, position, share, units, has_rest FROM credit_${model}`
      ).join(" UNION ALL ")}
      )`,
        params: [],
      },
    ],
    {
      sql: `
      SELECT credit.touch_id, credit.position::int AS position, credit.model, credit.share,
             ((units + CASE WHEN has_rest THEN COALESCE(rest, 0) ELSE 0 END) * unit_worth)::text AS amount,
             path_begins_at, former_purchase_at
        FROM ending
        JOIN booking USING (no)
        LEFT JOIN credit ON credit.no = ending.no AND credit.touch_id IS NOT NULL
       ORDER BY position, model`,
      params: [],
    }
  )
}
