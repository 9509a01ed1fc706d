import { createHmac } from "node:crypto"
import type { SuppressionKind } from "../../types"

/**
 * Keyed hash under which an identifier of somebody who was erased is remembered:
 * HMAC-SHA-256 with the installation's secret, as 64 hexadecimal digits. The kind
 * is in it, so that one text that is a visitor and a customer has two.
 */
export function suppressionHash(
  kind: SuppressionKind,
  value: string,
  secret: string
): string {
  return createHmac("sha256", secret)
    .update(`suppression:${kind}:${value}`)
    .digest("hex")
}
