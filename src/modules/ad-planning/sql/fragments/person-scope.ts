import { JSON_LIST } from "./json-list"

/** Whose persons may have changed: conversions, or everything of an identifier. */
export interface PersonScope {
  /** Conversions' idempotency keys; also of those that are gone. */
  keys?: string[]
  order_ids?: string[]
  conversion_ids?: string[]
  email_hashes?: string[]
  customer_ids?: string[]
  visitor_ids?: string[]
}

/** Whether a row of `conversion` is in scope; takes `namedParams`. */
export const IS_NAMED = `deleted_at IS NULL
           AND (idempotency_key = ANY(${JSON_LIST}) OR id = ANY(${JSON_LIST})
                OR email_hash = ANY(${JSON_LIST}) OR customer_id = ANY(${JSON_LIST})
                OR visitor_id = ANY(${JSON_LIST}))`

export function namedParams(scope: PersonScope): string[] {
  return [
    keysOf(scope),
    scope.conversion_ids,
    scope.email_hashes,
    scope.customer_ids,
    scope.visitor_ids,
  ].map(jsonList)
}

/** Every idempotency key that the scope names, an order's among them. */
export function keysOf({ keys = [], order_ids = [] }: PersonScope): string[] {
  return [...keys, ...order_ids.map((id) => `order:${id}`)]
}

export function jsonList(values: string[] | undefined): string {
  return JSON.stringify(values ?? [])
}
