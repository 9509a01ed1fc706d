import type { ConversionFact, PathRules, SqlStatement } from "../../types"
import {
  bigNumberAssignments,
  bigNumberColumns,
  bigNumberValues,
} from "../fragments/big-number"
import { lastTouchOf, TOUCH_COPIES } from "../fragments/last-touch-of"
import { newId } from "../fragments/new-id"
import { personOf } from "../fragments/person-of"
import { TOUCHPOINT_COPIES, touchpointsOf } from "../fragments/touchpoints-of"
import { writeToldJourneys } from "../fragments/write-told-journeys"

const TEXTS = [
  "conversion_type",
  "source",
  "conversion_name",
  "email_hash",
  "website_id",
  "pathname",
  "visitor_id",
  "session_id",
  "currency",
  "utm_source",
  "utm_medium",
  "utm_campaign",
  "utm_term",
  "utm_content",
  "fx_currency",
  "fx_date",
] as const

// What a merged submission may have added, and what the first write decides.
const ADDED = ["website_id", "pathname", "visitor_id", "session_id"]
const DECIDED = ["goal_id", "fx_currency", "fx_rate", "raw_fx_rate"]
const REPLACED = TEXTS.filter(
  (column) => !ADDED.includes(column) && !DECIDED.includes(column)
)
const COMPARED = ["converted_at", "metadata", "conversion_value", ...REPLACED]

export interface WrittenConversion {
  id: string
  idempotency_key: string
  /** It was not counted before. */
  is_new: boolean
}

/**
 * Writes conversions that their source tells once and never changes: one that
 * is there already stays as it is. An engagement goal counts the first of a
 * session's milestones on a page, the others meet no goal; an analytics event
 * that meets no goal is no conversion. Of somebody erased no session is known: their
 * milestones meet no such goal. With them their person, their last touch
 * and their touchpoint are written: what a busy shop's visitors tell is one
 * statement.
 *
 * @returns one row per key that was written or was there before; none for a key
 * that another transaction is writing at this moment
 */
export function insertConversionsSql(
  facts: ConversionFact[],
  rules: PathRules
): SqlStatement {
  return {
    sql: `
      WITH ${FACTS},
      counted AS (
        SELECT fact.*, fact.goal_once_per_page AND COALESCE(fact.is_erased, false)
               OR fact.goal_once_per_page AND fact.session_id IS NOT NULL AND (
                 ROW_NUMBER() OVER (
                   PARTITION BY fact.goal_id, fact.session_id, fact.pathname
                   ORDER BY fact.converted_at, fact.idempotency_key) > 1
                 OR EXISTS (
                   SELECT 1 FROM conversion former
                    WHERE former.session_id = fact.session_id AND former.goal_id = fact.goal_id
                      AND former.pathname IS NOT DISTINCT FROM fact.pathname
                      AND former.idempotency_key <> fact.idempotency_key
                      AND former.deleted_at IS NULL)) AS is_repeated
          FROM fact
      ),
      row AS (
        SELECT counted.*, CASE WHEN NOT is_repeated THEN goal_id END AS met_goal_id,
               CASE WHEN NOT is_repeated THEN value END AS conversion_value
          FROM counted
         WHERE NOT (is_repeated AND source = 'analytics_event')
      ),
      written AS (
        ${insertInto(["erased_at", "person_id", "attribution_id", ...COPIED])}
        SELECT ${newId("conv")}, row.idempotency_key, row.met_goal_id, row.converted_at, row.metadata,
               ${TEXTS.map((column) => `row.${column}`).join(", ")}, ${bigNumberValues("row", AMOUNTS)},
               ${ERASED_AT},
               ${personOf({
                 email: "row.email_hash",
                 customer: "NULL",
                 visitor: "row.visitor_id",
                 at: "row.converted_at",
               })},
               touch.id, ${COPIED.map((column) => `touch.${column}`).join(", ")}
          FROM row
          LEFT JOIN LATERAL (${lastTouchOf("row", rules)}) touch ON true
        ON CONFLICT (idempotency_key) DO NOTHING
        RETURNING *
      ),
      told AS (${touchpointsOf("written", "person_id")}),
      ${writeToldJourneys(TOUCHPOINT_COPIES)}
      SELECT id, idempotency_key, true AS is_new FROM written
      UNION ALL
      SELECT conversion.id, idempotency_key, false
        FROM conversion
        JOIN (SELECT DISTINCT idempotency_key FROM fact) known USING (idempotency_key)`,
    params: [JSON.stringify(facts.map(toRow)), rules.lookback_hours],
  }
}

/**
 * Makes conversions equal to what their sources say now. The goal and the
 * exchange rate of the first write stay, and so does what a merged submission
 * added. One that did not change is not touched.
 *
 * @returns the rows that were written
 */
export function refreshConversionsSql(facts: ConversionFact[]): SqlStatement {
  return {
    sql: `
      WITH ${FACTS},
      row AS (SELECT fact.*, value AS conversion_value FROM fact)
      ${insertInto(["erased_at"])}
      SELECT ${newId("conv")}, idempotency_key, goal_id, converted_at, metadata,
             ${TEXTS.join(", ")}, ${bigNumberValues("row", AMOUNTS)}, ${ERASED_AT}
        FROM row
      ON CONFLICT (idempotency_key) DO UPDATE SET
        converted_at = excluded.converted_at, metadata = excluded.metadata,
        ${REPLACED.map((column) => `${column} = excluded.${column}`).join(", ")},
        ${bigNumberAssignments(["conversion_value"])},
        ${ADDED.map((column) => `${column} = COALESCE(excluded.${column}, conversion.${column})`).join(", ")},
        erased_at = COALESCE(conversion.erased_at, excluded.erased_at),
        ${DECIDED.map((column) => `${column} = COALESCE(conversion.${column}, excluded.${column})`).join(", ")},
        updated_at = now()
      WHERE (${COMPARED.map((column) => `conversion.${column}`).join(", ")})
            IS DISTINCT FROM (${COMPARED.map((column) => `excluded.${column}`).join(", ")})
         OR ${ADDED.map((column) => `conversion.${column} <> excluded.${column}`).join(" OR ")}
         OR ${[...ADDED, ...DECIDED].map((column) => `conversion.${column} IS NULL AND excluded.${column} IS NOT NULL`).join(" OR ")}
      RETURNING id, idempotency_key, (xmax = 0) AS is_new`,
    params: [JSON.stringify(facts.map(toRow))],
  }
}

const AMOUNTS = ["conversion_value", "fx_rate"] as const

const FACTS = `
      fact AS (
        SELECT * FROM jsonb_to_recordset(?::jsonb) AS fact(
          idempotency_key text, goal_id text, goal_once_per_page boolean, is_erased boolean,
          converted_at timestamptz, metadata jsonb, value numeric, fx_rate numeric,
          ${TEXTS.map((column) => `${column} text`).join(", ")})
      )`

const ERASED_AT = "CASE WHEN row.is_erased THEN now() END"

const COPIED = ["analytics_session_id", ...TOUCH_COPIES]

function insertInto(others: string[]): string {
  const columns = [...TEXTS, bigNumberColumns(AMOUNTS), ...others]
  return `INSERT INTO conversion (
          id, idempotency_key, goal_id, converted_at, metadata, ${columns.join(", ")})`
}

function toRow({ utm, fx, conversion_value, ...fact }: ConversionFact) {
  return {
    ...utm,
    ...fact,
    value: conversion_value,
    fx_currency: fx?.currency ?? null,
    fx_rate: fx?.rate ?? null,
  }
}
