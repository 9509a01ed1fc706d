import { JSON_LIST } from "./json-list"
import { jsonList } from "./person-scope"

/** Begins the key of a touch that names nobody any more. */
export const ERASED_TOUCH = "erased:"

/** Whose rows are erased: everything that any of these names. */
export interface EraseScope {
  person_ids?: string[]
  email_hashes?: string[]
  customer_ids?: string[]
  visitor_ids?: string[]
  /** Conversions that are theirs whatever they name: idempotency keys. */
  keys?: string[]
}

/**
 * Whether a conversion is of those who are erased; takes `theirsParams`. One that
 * only names their device beside somebody else's e-mail or customer is not.
 *
 * @param alias - a row of `conversion`
 */
export function isTheirs(alias: string): string {
  return `(${alias}.idempotency_key = ANY(${JSON_LIST}) OR ${alias}.person_id = ANY(${JSON_LIST})
                OR ${alias}.email_hash = ANY(${JSON_LIST}) OR ${alias}.customer_id = ANY(${JSON_LIST})
                OR (${alias}.visitor_id = ANY(${JSON_LIST})
                    AND ${alias}.email_hash IS NULL AND ${alias}.customer_id IS NULL))`
}

export function theirsParams(scope: EraseScope): string[] {
  return [
    scope.keys,
    scope.person_ids,
    scope.email_hashes,
    scope.customer_ids,
    scope.visitor_ids,
  ].map(jsonList)
}
