import type { PurchaseFact, SqlStatement } from "../../types"
import {
  bigNumberAssignments,
  bigNumberColumns,
  bigNumberValues,
} from "../fragments/big-number"
import { newId } from "../fragments/new-id"
import { CLAIMED_COLUMNS, firstClaimJoin } from "./purchase-claims"

const AMOUNTS = [
  "conversion_value",
  "tax_value",
  "shipping_value",
  "discount_value",
  "net_value",
  "net_tax_value",
  "net_shipping_value",
] as const

const TEXTS = [
  "order_id",
  "goal_id",
  "customer_id",
  "email_hash",
  "visitor_id",
  "session_id",
  "website_id",
  "sales_channel_id",
  "country_code",
  "currency",
  "utm_source",
  "utm_medium",
  "utm_campaign",
  "utm_term",
  "utm_content",
] as const

// What the first write decides.
const KEPT = ["goal_id", "fx_currency", "fx_rate"] as const
const REPLACED = [
  "converted_at",
  "canceled_at",
  "fx_date",
  ...TEXTS.filter((column) => column !== "goal_id"),
  ...AMOUNTS,
]

const COLUMNS = [
  "idempotency_key",
  "converted_at",
  "canceled_at",
  "fx_currency",
  "fx_rate",
  "fx_date",
  ...TEXTS.filter((column) => !isClaimed(column)),
]

/**
 * Makes the purchases of these orders equal to the facts read from them. The
 * exchange rate of the first write stays: an amount keeps the rate of its day
 * when the table of rates changes later; and so does the goal. An order without
 * a visitor of its own gets the one of its first claim. One that did not change is
 * not touched.
 *
 * @returns the rows that were written, `is_new` when the order was not counted
 * before, with its former buyer when it had another e-mail
 */
export function upsertPurchasesSql(facts: PurchaseFact[]): SqlStatement {
  return {
    sql: `
      WITH told AS (
        SELECT * FROM jsonb_to_recordset(?::jsonb) AS fact(
          idempotency_key text, converted_at timestamptz, canceled_at timestamptz,
          ${TEXTS.map((column) => `${column} text`).join(", ")},
          ${AMOUNTS.map((column) => `${column} numeric`).join(", ")},
          fx_currency text, fx_rate numeric, fx_date text
        )
      ),
      facts AS (
        SELECT ${[...COLUMNS, ...AMOUNTS].map((column) => `told.${column}`).join(", ")},
               ${CLAIMED_COLUMNS.map((column) => `COALESCE(told.${column}, CASE WHEN told.visitor_id IS NULL THEN claim.claimed_${column} END) AS ${column}`).join(", ")}
          FROM told
          ${firstClaimJoin("told.order_id")}
      ),
      former AS (
        SELECT conversion.id, COALESCE(conversion.person_id, conversion.email_hash) AS former_buyer_key
          FROM conversion
          JOIN facts USING (idempotency_key)
         WHERE conversion.email_hash IS DISTINCT FROM facts.email_hash
      ),
      written AS (
      INSERT INTO conversion (
        id, conversion_type, idempotency_key, converted_at, canceled_at,
        ${TEXTS.join(", ")},
        ${bigNumberColumns(AMOUNTS)},
        fx_currency, fx_date, ${bigNumberColumns(["fx_rate"])}
      )
      SELECT ${newId("conv")}, 'purchase', idempotency_key, converted_at, canceled_at,
             ${TEXTS.join(", ")},
             ${bigNumberValues("facts", AMOUNTS)},
             fx_currency, fx_date, ${bigNumberValues("facts", ["fx_rate"])}
        FROM facts
      ON CONFLICT (idempotency_key) DO UPDATE SET
        converted_at = excluded.converted_at,
        canceled_at = excluded.canceled_at,
        ${TEXTS.filter((column) => column !== "goal_id")
          .map((column) => `${column} = excluded.${column}`)
          .join(", ")},
        goal_id = COALESCE(conversion.goal_id, excluded.goal_id),
        ${bigNumberAssignments(AMOUNTS)},
        fx_currency = COALESCE(conversion.fx_currency, excluded.fx_currency),
        fx_date = excluded.fx_date,
        fx_rate = COALESCE(conversion.fx_rate, excluded.fx_rate),
        raw_fx_rate = COALESCE(conversion.raw_fx_rate, excluded.raw_fx_rate),
        updated_at = now()
      WHERE (${REPLACED.map((column) => `conversion.${column}`).join(", ")})
            IS DISTINCT FROM (${REPLACED.map((column) => `excluded.${column}`).join(", ")})
         OR ${KEPT.map((column) => `conversion.${column} IS NULL AND excluded.${column} IS NOT NULL`).join(" OR ")}
      RETURNING id, (xmax = 0) AS is_new
      )
      SELECT id, is_new, former_buyer_key FROM written LEFT JOIN former USING (id)`,
    params: [JSON.stringify(facts.map(toRow))],
  }
}

function isClaimed(column: string): boolean {
  return CLAIMED_COLUMNS.some((claimed) => claimed === column)
}

function toRow(fact: PurchaseFact) {
  const { value, net } = fact.money
  return {
    ...fact.utm,
    idempotency_key: fact.idempotency_key,
    order_id: fact.order_id,
    goal_id: fact.goal_id,
    customer_id: fact.customer_id,
    email_hash: fact.email_hash,
    visitor_id: fact.visitor_id,
    session_id: fact.session_id,
    website_id: fact.website_id,
    sales_channel_id: fact.sales_channel_id,
    country_code: fact.country_code,
    converted_at: fact.converted_at,
    canceled_at: fact.canceled_at,
    currency: fact.currency,
    conversion_value: value.amount,
    tax_value: value.tax,
    shipping_value: value.shipping,
    discount_value: value.discount,
    net_value: net.amount,
    net_tax_value: net.tax,
    net_shipping_value: net.shipping,
    fx_currency: fact.fx?.currency ?? null,
    fx_rate: fact.fx?.rate ?? null,
    fx_date: fact.order_date,
  }
}
