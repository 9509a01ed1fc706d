import type { PurchaseFact, SqlStatement } from "../../types"
import {
  bigNumberAssignments,
  bigNumberColumns,
  bigNumberValues,
} from "../fragments/big-number"
import { newId } from "../fragments/new-id"

const AMOUNTS = ["amount", "tax_amount", "shipping_amount"] as const
const CHANGEABLE = ["currency", "occurred_at", ...AMOUNTS] as const

/**
 * Makes the adjustments of these orders' purchases equal to the facts: rows
 * that no longer explain anything go, the others are written where they differ.
 */
export function replaceAdjustmentsSql(facts: PurchaseFact[]): SqlStatement {
  const rows = facts.flatMap((fact) =>
    fact.money.adjustments.map((adjustment) => ({
      idempotency_key: fact.idempotency_key,
      currency: fact.currency,
      ...adjustment,
    }))
  )
  return {
    sql: `
      WITH facts AS (
        SELECT conversion.id AS conversion_id, fact.*
          FROM jsonb_to_recordset(?::jsonb) AS fact(
            idempotency_key text, source_type text, source_id text, currency text,
            amount numeric, tax_amount numeric, shipping_amount numeric, occurred_at timestamptz
          )
          JOIN conversion USING (idempotency_key)
      ),
      removed AS (
        DELETE FROM ad_planning_conversion_adjustment adjustment
         USING conversion
         WHERE conversion.id = adjustment.conversion_id
           AND conversion.idempotency_key IN (SELECT jsonb_array_elements_text(?::jsonb))
           AND NOT EXISTS (
             SELECT 1 FROM facts
              WHERE facts.conversion_id = adjustment.conversion_id
                AND facts.source_type = adjustment.source_type
                AND facts.source_id = adjustment.source_id)
        RETURNING 1
      ),
      written AS (
        INSERT INTO ad_planning_conversion_adjustment AS adjustment (
          id, conversion_id, source_type, source_id, currency, occurred_at, ${bigNumberColumns(AMOUNTS)}
        )
        SELECT ${newId("convadj")}, conversion_id, source_type, source_id, currency, occurred_at,
               ${bigNumberValues("facts", AMOUNTS)}
          FROM facts
        ON CONFLICT (conversion_id, source_type, source_id) DO UPDATE SET
          currency = excluded.currency, occurred_at = excluded.occurred_at,
          ${bigNumberAssignments(AMOUNTS)}, updated_at = now()
        WHERE (${CHANGEABLE.map((column) => `adjustment.${column}`).join(", ")})
              IS DISTINCT FROM (${CHANGEABLE.map((column) => `excluded.${column}`).join(", ")})
        RETURNING 1
      )
      SELECT (SELECT COUNT(*) FROM removed)::int AS removed,
             (SELECT COUNT(*) FROM written)::int AS written`,
    params: [
      JSON.stringify(rows),
      JSON.stringify(facts.map((fact) => fact.idempotency_key)),
    ],
  }
}
