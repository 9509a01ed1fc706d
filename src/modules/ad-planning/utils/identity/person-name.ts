export interface NameSource {
  first_name?: string | null
  last_name?: string | null
}

/**
 * A name for a person that is made from an order: the first source that has
 * one, else the e-mail's local part. Neither part is ever blank, because hosts
 * require both.
 *
 * @param sources - billing address, shipping address, customer, in this order
 */
export function personName(
  sources: (NameSource | null | undefined)[],
  email: string
): { first_name: string; last_name: string } {
  const named = sources.find((source) => first(source) || last(source))
  const localPart = email.trim().split("@")[0] || "Customer"
  return {
    first_name: first(named) || last(named) || localPart,
    last_name: last(named) || first(named) || localPart,
  }
}

function first(source: NameSource | null | undefined): string {
  return source?.first_name?.trim() ?? ""
}

function last(source: NameSource | null | undefined): string {
  return source?.last_name?.trim() ?? ""
}
