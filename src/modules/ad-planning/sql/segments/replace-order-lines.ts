import type { PurchaseFact, SqlStatement } from "../../types"
import {
  bigNumberAssignments,
  bigNumberColumns,
  bigNumberValues,
} from "../fragments/big-number"
import { JSON_LIST } from "../fragments/json-list"
import { newId } from "../fragments/new-id"

const AMOUNTS = ["quantity", "returned", "net"] as const
const TEXTS = [
  "product_id",
  "variant_id",
  "title",
  "collection",
  "product_type",
  "currency",
] as const
const CHANGEABLE = [...TEXTS, ...AMOUNTS, "discount_codes"]
const names = (alias: string) =>
  CHANGEABLE.map((column) => `${alias}.${column}`).join(", ")

/**
 * Makes the lines of these orders equal to the facts: lines that are gone go, the
 * others are written where they differ. Orders whose lines nobody read stay.
 */
export function replaceOrderLinesSql(facts: PurchaseFact[]): SqlStatement {
  const read = facts.filter((fact) => fact.lines)
  return {
    sql: `
      WITH fact AS (
        SELECT line.order_id, line.line_item_id, ${TEXTS.map((column) => `line.${column}`).join(", ")},
               quantity, returned, net, ARRAY(SELECT jsonb_array_elements_text(codes)) AS discount_codes
          FROM jsonb_to_recordset(?::jsonb) AS line (
            order_id text, line_item_id text, ${TEXTS.map((column) => `${column} text`).join(", ")},
            ${AMOUNTS.map((column) => `${column} numeric`).join(", ")}, codes jsonb)
      ),
      removed AS (
        DELETE FROM ad_planning_order_line line
         WHERE line.order_id = ANY(${JSON_LIST})
           AND NOT EXISTS (SELECT 1 FROM fact WHERE fact.order_id = line.order_id
                              AND fact.line_item_id = line.line_item_id)
        RETURNING 1
      ),
      written AS (
        INSERT INTO ad_planning_order_line AS line
               (id, order_id, line_item_id, ${TEXTS.join(", ")}, discount_codes, ${bigNumberColumns(AMOUNTS)})
        SELECT ${newId("ordline")}, order_id, line_item_id, ${TEXTS.join(", ")}, discount_codes,
               ${bigNumberValues("fact", AMOUNTS)}
          FROM fact
        ON CONFLICT (order_id, line_item_id) DO UPDATE SET
          ${TEXTS.map((column) => `${column} = excluded.${column}`).join(", ")},
          discount_codes = excluded.discount_codes, ${bigNumberAssignments(AMOUNTS)}, updated_at = now()
        WHERE (${names("line")}) IS DISTINCT FROM (${names("excluded")})
        RETURNING 1
      )
      SELECT (SELECT COUNT(*) FROM removed)::int AS removed,
             (SELECT COUNT(*) FROM written)::int AS written`,
    params: [
      JSON.stringify(
        read.flatMap(({ lines = [] }) =>
          lines.map(({ discount_codes, ...line }) => ({
            ...line,
            codes: discount_codes,
          }))
        )
      ),
      JSON.stringify(read.map((fact) => fact.order_id)),
    ],
  }
}
