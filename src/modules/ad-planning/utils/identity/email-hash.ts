import { createHmac } from "node:crypto"

/**
 * The form in which an e-mail is compared: NFKC, trimmed, lower case.
 *
 * @returns null when there is no `@` with something on both sides
 */
export function normaliseEmail(
  email: string | null | undefined
): string | null {
  const text = email?.normalize("NFKC").trim().toLowerCase() ?? ""
  return /^[^@\s]+@[^@\s]+$/.test(text) ? text : null
}

/**
 * Keyed hash of an e-mail: HMAC-SHA-256 with the installation's secret, as 64
 * hexadecimal digits. Equal for all spellings that `normaliseEmail` makes equal.
 *
 * @returns null when `email` is no e-mail
 */
export function emailHash(
  email: string | null | undefined,
  secret: string
): string | null {
  const normalised = normaliseEmail(email)
  return normalised
    ? createHmac("sha256", secret).update(normalised).digest("hex")
    : null
}
