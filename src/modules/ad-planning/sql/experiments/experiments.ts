import type { SqlStatement } from "../../types"
import { JSON_LIST } from "../fragments/json-list"

const COLUMNS = `id, key, name, hypothesis, experiment_type, status, variants, coverage, hash_seed, namespace,
             primary_metric, guardrail_metrics, decision_method, confidence_level, minimum_detectable_effect,
             planned_visitors, conversion_window_hours, use_cuped, is_split_test, website_id, started_at, ended_at,
             plan, is_final, is_significant, significant_at, shipment`

/** One experiment, for reading or to change it. */
export function experimentByIdSql(id: string, isLocked: boolean): SqlStatement {
  return {
    sql: `SELECT ${COLUMNS} FROM ab_experiment WHERE id = ? AND deleted_at IS NULL ${isLocked ? "FOR UPDATE" : ""}`,
    params: [id],
  }
}

/** Experiments that run, and those that ended after a moment. */
export function liveExperimentsSql(endedAfter: string): SqlStatement {
  return {
    sql: `
      SELECT ${COLUMNS} FROM ab_experiment
       WHERE deleted_at IS NULL
         AND (status = 'running' OR (status = 'completed' AND ended_at > ?::timestamptz))
       ORDER BY started_at, id`,
    params: [endedAfter],
  }
}

/** What an experiment said when it became final. */
export function finalResultsSql(id: string): SqlStatement {
  return {
    sql: `SELECT results FROM ab_experiment WHERE id = ? AND is_final AND deleted_at IS NULL`,
    params: [id],
  }
}

/** Ids of those whose figures may still change. */
export function openExperimentsSql(): SqlStatement {
  return {
    sql: `
      SELECT id FROM ab_experiment
       WHERE deleted_at IS NULL AND status <> 'draft' AND NOT is_final
       ORDER BY id`,
    params: [],
  }
}

/** Columns that are replaced as a whole: a merge would keep keys of JSON. */
export function replaceExperimentSql(
  id: string,
  change: Record<string, string | number | boolean | null>
): SqlStatement {
  const columns = Object.keys(change)
  const json = new Set(JSON_COLUMNS)
  const assignments = columns.map(
    (column) => `"${column}" = ?${json.has(column) ? "::jsonb" : ""}`
  )
  return {
    sql: `UPDATE ab_experiment SET ${[...assignments, "updated_at = now()"].join(", ")}
           WHERE id = ? AND deleted_at IS NULL RETURNING id`,
    params: [...columns.map((column) => change[column]!), id],
  }
}

export const JSON_COLUMNS = [
  "variants",
  "namespace",
  "primary_metric",
  "guardrail_metrics",
  "plan",
  "results",
  "shipment",
]

/** Keys that are taken, of experiments other than one. */
export function takenKeysSql(keys: string[], exceptId: string): SqlStatement {
  return {
    sql: `SELECT key FROM ab_experiment WHERE key = ANY(${JSON_LIST}) AND id <> ? AND deleted_at IS NULL`,
    params: [JSON.stringify(keys), exceptId],
  }
}
