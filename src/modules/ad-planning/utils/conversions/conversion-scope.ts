import type {
  ConversionFact,
  ConversionScope,
  PurchaseClaimFact,
} from "../../types"

/**
 * What writing these facts may change: themselves, the orders they claim, and
 * leads that may be the same submission.
 */
export function conversionScope(
  facts: ConversionFact[],
  { claims = [], gone = [] }: { claims?: PurchaseClaimFact[]; gone?: string[] }
): ConversionScope {
  const leads = facts.filter(
    (fact) => fact.conversion_type === "lead_form_submission"
  )
  return {
    keys: [...facts.map((fact) => fact.idempotency_key), ...gone],
    order_ids: claims.map((claim) => claim.order_id),
    email_hashes: leads.flatMap((lead) => lead.email_hash ?? []),
    visitor_ids: leads.flatMap((lead) => lead.visitor_id ?? []),
    session_ids: leads.flatMap((lead) => lead.session_id ?? []),
  }
}
