import { createHash } from "node:crypto"

export const AUDIENCE_PLATFORMS = ["meta", "google"] as const
export type AudiencePlatform = (typeof AUDIENCE_PLATFORMS)[number]

const GMAIL = ["gmail.com", "googlemail.com"]

/**
 * An e-mail as an ad platform's customer list takes it: SHA-256, in hexadecimal, of
 * the address in lower case without spaces around it. Google wants addresses of gmail
 * without dots and without what follows a plus.
 *
 * @returns null for what is no address
 * @see https://developers.google.com/google-ads/api/docs/remarketing/audience-segments/customer-match/get-started
 * @see https://developers.facebook.com/docs/marketing-api/audiences/guides/custom-audiences
 */
export function hashedEmail(
  email: string,
  platform: AudiencePlatform
): string | null {
  const address = email.trim().toLowerCase()
  const at = address.lastIndexOf("@")
  if (at < 1 || at === address.length - 1 || /\s/.test(address)) {
    return null
  }
  const host = address.slice(at + 1)
  const name = address.slice(0, at)
  const isGmail = platform === "google" && GMAIL.includes(host)
  const account = isGmail ? name.split("+")[0]!.replaceAll(".", "") : name
  return createHash("sha256").update(`${account}@${host}`).digest("hex")
}
