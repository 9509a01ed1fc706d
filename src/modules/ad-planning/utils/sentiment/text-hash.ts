import { createHmac } from "node:crypto"

/**
 * Keyed hash of a text, 64 hexadecimal digits: equal for texts that differ by
 * spaces at most.
 */
export function textHash(text: string, secret: string): string {
  const normal = text.normalize("NFC").replace(/\s+/g, " ").trim()
  return createHmac("sha256", secret).update(normal).digest("hex")
}
