import type {
  CustomerOrder,
  CustomerQuery,
  ScoreType,
  SqlStatement,
  SqlValue,
} from "../../types"
import { SCORE_TYPES } from "../../types"
import { JSON_LIST } from "../fragments/json-list"
import { jsonList } from "../fragments/person-scope"
import { populationOf } from "../fragments/population"

/** Purchases that somebody has not taken back. */
const THEIR_PURCHASES = `FROM conversion
                 WHERE conversion.person_id = person.person_id AND conversion.conversion_type = 'purchase'
                   AND conversion.canceled_at IS NULL AND conversion.deleted_at IS NULL`

function scoreOf(type: ScoreType, column: string): string {
  return `(SELECT score.${column} FROM customer_score score
                WHERE score.person_id = person.person_id AND score.score_type = '${type}'
                  AND score.deleted_at IS NULL)`
}

const ORDERS: Record<CustomerOrder, string> = {
  nps: scoreOf("nps", "score_value"),
  engagement: scoreOf("engagement", "score_value"),
  clv: scoreOf("clv", "score_value"),
  churn_risk: scoreOf("churn_risk", "score_value"),
  created_at: "person.created_at",
  last_order_at: `(SELECT MAX(conversion.converted_at) ${THEIR_PURCHASES})`,
  order_count: `(SELECT COUNT(*) ${THEIR_PURCHASES})`,
}

/**
 * One page of customers with what they bought and all of their scores, and how many
 * there are in all. People without the value that is ordered by come last.
 *
 * @returns rows of `count` and a `CustomerRow`; of an empty page one without it
 */
export function customersSql(query: CustomerQuery): SqlStatement {
  const population = populationOf(query.person_ids ?? null)
  const filter = filterOf(query)
  const direction = query.is_ascending ? "ASC" : "DESC"
  return {
    sql: `
      WITH person AS (
        SELECT person.* FROM (${population.sql}) person
         WHERE ${filter.sql}
      ),
      page AS (
        SELECT person.*, ${ORDERS[query.order]} AS ordered_by
          FROM person
         ORDER BY ordered_by ${direction} NULLS LAST, person.person_id
         LIMIT ? OFFSET ?
      )
      SELECT total.count, CASE WHEN person.person_id IS NOT NULL THEN jsonb_build_object(
               'person_id', person.person_id, 'country', person.country, 'city', person.city,
               'tags', person.tags, 'has_account', person.has_account, 'created_at', person.created_at,
               'orders', (SELECT jsonb_build_object('count', COUNT(*), 'last_at', MAX(converted_at)) ${THEIR_PURCHASES})
                 || jsonb_build_object('by_currency', (
                      SELECT COALESCE(jsonb_agg(part ORDER BY part.net_value DESC), '[]')
                        FROM (SELECT currency, SUM(net_value)::float8 AS net_value ${THEIR_PURCHASES} GROUP BY 1) part)),
               'scores', (SELECT COALESCE(jsonb_object_agg(score_type, jsonb_build_object(
                            'value', score_value, 'level', level, 'previous_value', previous_value)), '{}')
                            FROM customer_score score
                           WHERE score.person_id = person.person_id AND score.deleted_at IS NULL)) END AS customer
        FROM (SELECT COUNT(*)::int AS count FROM person) total
        LEFT JOIN page person ON true
       ORDER BY person.ordered_by ${direction} NULLS LAST, person.person_id`,
    params: [...population.params, ...filter.params, query.limit, query.offset],
  }
}

function filterOf({
  countries,
  tags,
  has_account,
  levels = {},
}: CustomerQuery): SqlStatement {
  const clauses: { sql: string; params: SqlValue[] }[] = [
    ...(countries
      ? [
          {
            sql: `person.country = ANY(${JSON_LIST})`,
            params: [jsonList(countries)],
          },
        ]
      : []),
    ...(tags
      ? [{ sql: `person.tags && ${JSON_LIST}`, params: [jsonList(tags)] }]
      : []),
    ...(has_account === undefined
      ? []
      : [{ sql: "person.has_account = ?", params: [has_account] }]),
    ...SCORE_TYPES.flatMap((type) =>
      levels[type]
        ? [
            {
              sql: `${scoreOf(type, "level")} = ANY(${JSON_LIST})`,
              params: [jsonList(levels[type])],
            },
          ]
        : []
    ),
  ]
  return {
    sql: ["true", ...clauses.map((clause) => clause.sql)].join(" AND "),
    params: clauses.flatMap((clause) => clause.params),
  }
}
