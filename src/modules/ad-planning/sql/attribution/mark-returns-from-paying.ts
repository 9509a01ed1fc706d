import type { SqlStatement } from "../../types"
import { type AttributionScope, scopeParams } from "./attribute-conversions"
import { JSON_LIST } from "../fragments/json-list"

/** How long a cart is taken to be under way, after it was last touched. */
const CART_MINUTES = 60

/**
 * A visit that says nothing but a foreign referrer, of a visitor who had something in
 * the cart or at the checkout within the hour before and has not bought since, comes
 * back from paying: whatever bank or wallet it was, it is no touch. Recomputed
 * whenever a session or something with the cart arrives.
 */
export function markReturnsFromPayingSql(
  scope: Pick<AttributionScope, "visitor_ids" | "session_ids">
): SqlStatement {
  return {
    sql: `
      WITH visit AS (
        SELECT visit.id, EXISTS (
                 SELECT 1 FROM customer_journey cart
                  WHERE cart.visitor_id = visit.visitor_id AND cart.deleted_at IS NULL
                    AND cart.event_type IN ('add_to_cart', 'begin_checkout')
                    AND cart.timestamp < visit.started_at
                    AND cart.timestamp >= visit.started_at - interval '${CART_MINUTES} minutes'
                    AND NOT EXISTS (
                      SELECT 1 FROM conversion
                       WHERE conversion.visitor_id = visit.visitor_id
                         AND conversion.conversion_type = 'purchase' AND conversion.deleted_at IS NULL
                         AND conversion.converted_at >= cart.timestamp
                         AND conversion.converted_at < visit.started_at)
               ) AS returns
          FROM campaign_attribution visit
         WHERE (visit.visitor_id = ANY(${JSON_LIST}) OR visit.session_id = ANY(${JSON_LIST}))
           AND visit.source = 'session' AND visit.deleted_at IS NULL
           AND visit.click_ids = '{}' AND visit.referrer IS NOT NULL
           AND COALESCE(visit.utm_source, visit.utm_medium, visit.utm_campaign, visit.utm_id,
                        visit.utm_term, visit.utm_content) IS NULL
      )
      UPDATE campaign_attribution touch
         SET is_duplicate = visit.returns, updated_at = now()
        FROM visit
       WHERE touch.id = visit.id AND touch.is_duplicate <> visit.returns`,
    params: scopeParams(scope).slice(0, 2),
  }
}
