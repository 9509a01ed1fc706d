import { normaliseEmail } from "./email-hash"

/** Whether an order is a test or a staff order by the option `exclude`. */
export function isExcluded(
  exclude: { emails: string[]; customer_groups: string[] },
  order: { email: string | null; groups: { id: string; name: string }[] }
): boolean {
  const email = normaliseEmail(order.email) ?? ""
  return (
    exclude.emails.some((pattern) => matchesPattern(pattern, email)) ||
    order.groups.some(
      ({ id, name }) =>
        exclude.customer_groups.includes(id) ||
        exclude.customer_groups.includes(name)
    )
  )
}

/** `*` stands for any run of characters; everything else is literal. */
function matchesPattern(pattern: string, text: string): boolean {
  const literal = pattern
    .toLowerCase()
    .split("*")
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"))
  return new RegExp(`^${literal.join(".*")}$`, "s").test(text)
}
