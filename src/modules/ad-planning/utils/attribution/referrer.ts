/** Host of an absolute URL or bare host, lower case; null when there is none. */
export function hostOf(address: string | null): string | null {
  if (!address) {
    return null
  }
  const absolute = /^[a-z][a-z0-9+.-]*:\/\//i.test(address)
    ? address
    : address.startsWith("/")
      ? null
      : `https://${address}`
  const hostname = absolute && urlOf(absolute)?.hostname
  return hostname?.includes(".") ? hostname.toLowerCase() : null
}

/**
 * Not URL.canParse: once V8 has optimised it, Node 20.20 refuses addresses with
 * other letters than ASCII: the same host would come and go under load.
 */
function urlOf(address: string): URL | null {
  try {
    return new URL(address)
  } catch {
    return null
  }
}

/** Whether `host` is one of `domains` or a sub-domain of one. */
export function isWithin(host: string, domains: readonly string[]): boolean {
  return domains.some(
    (domain) => host === domain || host.endsWith(`.${domain}`)
  )
}

export interface ReferrerRules {
  own_domains: readonly string[]
  payment_referrers: readonly string[]
}

/**
 * The host a visitor came from, or null when it says nothing: the shop's own
 * host, the landing page's own host, or a payment provider on the way back.
 */
export function foreignReferrer(
  referrer: string | null,
  landingPage: string | null,
  rules: ReferrerRules
): string | null {
  const host = hostOf(referrer)
  const landingHost = hostOf(landingPage)
  if (
    host === null ||
    host === landingHost ||
    isWithin(host, rules.own_domains) ||
    isWithin(host, rules.payment_referrers)
  ) {
    return null
  }
  return host
}
