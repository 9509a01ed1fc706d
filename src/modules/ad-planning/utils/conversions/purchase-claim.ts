import type { ConversionInput, PurchaseClaimFact } from "../../types"
import type { ReferrerRules } from "../attribution/referrer"
import { messageTouch } from "./message-touch"

/**
 * What a purchase told by a browser is: a claim that waits for its order.
 *
 * @throws RangeError when it names no order; who lets it in checks that
 */
export function purchaseClaim(
  input: ConversionInput,
  rules: ReferrerRules
): PurchaseClaimFact {
  if (input.order_id === null) {
    throw new RangeError(
      `purchase ${input.idempotency_key} must name its order_id`
    )
  }
  return {
    claim_key: input.idempotency_key,
    order_id: input.order_id,
    visitor_id: input.visitor_id,
    session_id: input.session_id,
    website_id: input.website_id,
    claimed_at: new Date(input.converted_at),
    touch: messageTouch(input, rules),
  }
}
