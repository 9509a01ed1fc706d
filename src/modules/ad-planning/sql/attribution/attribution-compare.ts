import type { SqlStatement } from "../../types"
import {
  creditedCtes,
  type CreditedRequest,
  creditedSums,
} from "../fragments/credited-ctes"
import { withCtes } from "../fragments/report-ctes"

/**
 * What the conversions of the period are credited to under several models, side by
 * side, from one reading of the paths. The row of a model without a key is its total.
 */
export function attributionCompareSql(asked: CreditedRequest): SqlStatement {
  return withCtes(creditedCtes({ ...asked, with_complete: true }), {
    sql: `
      SELECT model, key, ${creditedSums(asked)},
             COALESCE(SUM(complete_new_customers), 0) AS complete_new_customers,
             COALESCE(SUM(complete_revenue) FILTER (WHERE unconverted_currency IS NULL), 0)::text
               AS complete_revenue,
             CASE WHEN GROUPING(key) = 1 THEN
               jsonb_agg(jsonb_build_object('currency', unconverted_currency, 'revenue', revenue::text,
                                            'purchases', purchases))
                 FILTER (WHERE unconverted_currency IS NOT NULL) END AS unconverted
        FROM per_key
       GROUP BY GROUPING SETS ((model, key), (model))`,
    params: [],
  })
}
