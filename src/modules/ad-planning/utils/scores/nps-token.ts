import { createHmac, timingSafeEqual } from "node:crypto"

const ID_LENGTH = 32

/**
 * The opaque id of a question: the same subject has the same one, and nobody learns
 * the subject from it.
 *
 * @param subject - such as `order:order_1`
 */
export function npsLinkId(subject: string, secret: string): string {
  return hmac(`nps-link:${subject}`, secret).slice(0, ID_LENGTH)
}

/** What an e-mail's link carries: the id and our signature. */
export function signNpsToken(id: string, secret: string): string {
  return `${id}.${hmac(`nps-token:${id}`, secret)}`
}

/**
 * The id that a token carries.
 *
 * @returns null for a token that we did not sign
 */
export function readNpsToken(token: string, secret: string): string | null {
  const [id = "", signature = "", ...rest] = token.split(".")
  if (!/^[0-9a-f]{32}$/.test(id) || rest.length > 0) {
    return null
  }
  const expected = Buffer.from(hmac(`nps-token:${id}`, secret))
  const given = Buffer.from(signature)
  return given.length === expected.length && timingSafeEqual(given, expected)
    ? id
    : null
}

function hmac(text: string, secret: string): string {
  return createHmac("sha256", secret).update(text).digest("hex")
}
