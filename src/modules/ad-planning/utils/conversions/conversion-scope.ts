import type {
  ConversionFact,
  ConversionScope,
  PurchaseClaimFact,
} from "../../types"

/**
 * What is there and may change when these are written: conversions of the
 * `keys`, the orders that are claimed, and leads that may be the same
 * submission as one of the facts.
 */
export function conversionScope(
  keys: string[],
  facts: ConversionFact[],
  claims: PurchaseClaimFact[] = []
): ConversionScope {
  const leads = facts.filter(
    (fact) => fact.conversion_type === "lead_form_submission"
  )
  return {
    keys,
    order_ids: claims.map((claim) => claim.order_id),
    email_hashes: leads.flatMap((lead) => lead.email_hash ?? []),
    visitor_ids: leads.flatMap((lead) => lead.visitor_id ?? []),
    session_ids: leads.flatMap((lead) => lead.session_id ?? []),
  }
}
