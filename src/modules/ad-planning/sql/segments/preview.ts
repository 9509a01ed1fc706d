import type { SqlStatement } from "../../types"
import type { CompiledCriteria } from "../../utils/segmentation-engine"

/**
 * How many people criteria select, how many meet each of their rules, and some of
 * those selected.
 */
export function previewSql(
  { ctes, from, matches, leaves }: CompiledCriteria,
  examples: number
): SqlStatement {
  const columns = leaves.map((leaf, index) => `(${leaf.sql}) AS rule_${index}`)
  const counts = leaves.map(
    (_leaf, index) => `COUNT(*) FILTER (WHERE rule_${index})`
  )
  return {
    sql: `
      WITH ${ctes.map((cte) => `${cte.sql},`).join("\n")}
      judged AS (
        SELECT person.person_id, ${[`${matches.sql} AS is_in`, ...columns].join(", ")}
          FROM ${from.sql}
      )
      SELECT COUNT(*)::int AS population, (COUNT(*) FILTER (WHERE is_in))::int AS count,
             jsonb_build_array(${counts.join(", ")}) AS by_rule,
             (SELECT COALESCE(jsonb_agg(person_id), '[]')
                FROM (SELECT person_id FROM judged WHERE is_in ORDER BY md5(person_id) LIMIT ?) chosen) AS examples
        FROM judged`,
    params: [
      ...ctes.flatMap((cte) => cte.params),
      ...matches.params,
      ...leaves.flatMap((leaf) => leaf.params),
      ...from.params,
      examples,
    ],
  }
}
