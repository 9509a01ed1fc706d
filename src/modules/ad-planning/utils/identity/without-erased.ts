import type {
  ConversionFact,
  PurchaseClaimFact,
  PurchaseFact,
  TouchFact,
  UtmValues,
} from "../../types"
import { type ErasedNames, type NamedRow, namesErased } from "./erased"

type CountedFact = NamedRow & {
  idempotency_key: string
  session_id: string | null
  utm: UtmValues
  touch: TouchFact | null
  is_erased?: boolean
}

/**
 * An order as it may be written: without what names anybody who was erased. One of
 * theirs keeps its money and its campaign, and names nobody. One of somebody else
 * on a device of theirs stays that person's, and does not name the device.
 */
export function purchaseWithoutErased(
  fact: PurchaseFact,
  erased: ErasedNames
): PurchaseFact {
  const { is_erased, ...parts } = withoutErased(fact, erased)
  return is_erased
    ? { ...fact, ...parts, is_erased, email_hash: null, customer_id: null }
    : { ...fact, ...parts }
}

/** The same for every other conversion. */
export function conversionWithoutErased(
  fact: ConversionFact,
  erased: ErasedNames
): ConversionFact {
  const { is_erased, ...parts } = withoutErased(fact, erased)
  return is_erased
    ? {
        ...fact,
        ...parts,
        is_erased,
        email_hash: null,
        pathname: null,
        metadata: referencesOf(fact),
      }
    : { ...fact, ...parts }
}

/** A claim of an erased visitor joins nobody to the order. */
export function claimWithoutErased(
  claim: PurchaseClaimFact,
  erased: ErasedNames
): PurchaseClaimFact {
  return namesErased(claim, erased)
    ? { ...claim, visitor_id: null, session_id: null, touch: null }
    : claim
}

function withoutErased<Fact extends CountedFact>(
  fact: Fact,
  erased: ErasedNames
): Partial<Pick<CountedFact, "visitor_id" | "session_id" | "utm" | "touch">> & {
  is_erased?: boolean
} {
  if (!namesErased(fact, erased)) {
    return {}
  }
  const touch = ownTouchOf(fact)
  const nameless = { visitor_id: null, session_id: null, touch }
  const isSomebodyElse =
    !fact.is_erased &&
    (fact.email_hash ?? fact.customer_id ?? null) !== null &&
    !erased.has("email", fact.email_hash) &&
    !erased.has("customer", fact.customer_id)
  return isSomebodyElse
    ? nameless
    : { ...nameless, utm: withoutDetails(fact.utm), is_erased: true }
}

/**
 * The touch that a conversion carries itself, as a campaign alone; a session's is
 * of the device.
 */
function ownTouchOf({ idempotency_key, touch }: CountedFact): TouchFact | null {
  return touch?.touch_key === idempotency_key ? campaignOf(touch) : null
}

function campaignOf(touch: TouchFact): TouchFact {
  return {
    ...touch,
    ...withoutDetails(touch),
    utm_id: touch.utm_id,
    session_id: null,
    analytics_session_id: null,
    visitor_id: null,
    click_ids: {},
    landing_page: null,
    referrer: hostOf(touch.referrer),
    other_campaigns: null,
  }
}

/** A store may write anything into these two; campaigns need neither. */
function withoutDetails(utm: UtmValues): UtmValues {
  return { ...utm, utm_term: null, utm_content: null }
}

/** A page's address may name somebody; the site it is on does not. */
function hostOf(referrer: string | null): string | null {
  return referrer?.match(/^[A-Za-z]+:\/\/[A-Za-z0-9.-]+(?=\/|$)/)?.[0] ?? null
}

// Of a submission that several tell of: which rows of the store they are.
const REFERENCES = ["lead_id", "form_response_id"]

function referencesOf({
  source,
  metadata,
}: ConversionFact): Record<string, unknown> | null {
  const isRecord = source === "lead" || source === "form_response"
  const references = Object.entries(metadata ?? {}).filter(([name]) =>
    REFERENCES.includes(name)
  )
  return isRecord ? Object.fromEntries(references) : null
}
