import { getDomain } from "tldts"

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
  /** What becomes of utm values on a link of the shop itself. @default "ignore" */
  internal_utm?: "ignore" | "count"
  /** Hosts of the visit's pages, where its script told them. */
  page_hosts?: readonly string[]
}

/**
 * The domain that somebody registered, by the public suffix list: `shop.co.uk` of
 * `www.shop.co.uk`, but `ann.myshopify.com` of itself, where others have shops too.
 */
function siteOf(host: string): string {
  return getDomain(host, { allowPrivateDomains: true }) ?? host
}

/** The hosts of a setting such as `storeCors`; patterns name none. */
export function hostsOfOrigins(origins: string): string[] {
  const hosts = origins
    .split(",")
    .filter((origin) => /^https?:\/\//i.test(origin.trim()))
    .flatMap((origin) => hostOf(origin.trim()) ?? [])
  return [...new Set(hosts.map(siteOf))]
}

/** Whether a page of the shop itself: of its hosts, or of the same registered domain. */
export function isOwnHost(
  host: string,
  landingPage: string | null,
  { own_domains, page_hosts = [] }: ReferrerRules
): boolean {
  const pages = [hostOf(landingPage), ...page_hosts.map(hostOf)]
  return (
    isWithin(host, own_domains) ||
    pages.some((page) => page !== null && siteOf(page) === siteOf(host))
  )
}

// Nobody links to the middle of somebody's checkout: who comes there comes back.
const CHECKOUT_PAGE =
  /\/(?:checkouts?|cart|basket|payments?|kasse|warenkorb|order[-_/]?(?:confirmed|confirmation|complete|placed))(?:[/?#]|$)/i

/** Whether the page is one of a checkout that is under way. */
export function isCheckoutPage(landingPage: string | null): boolean {
  return landingPage !== null && CHECKOUT_PAGE.test(landingPage)
}

/**
 * The host a visitor came from, or null when it says nothing: the shop's own
 * host, or the way back from paying: a payment provider, or any host that leads into a
 * checkout.
 */
export function foreignReferrer(
  referrer: string | null,
  landingPage: string | null,
  rules: ReferrerRules
): string | null {
  const host = hostOf(referrer)
  if (
    host === null ||
    isOwnHost(host, landingPage, rules) ||
    isWithin(host, rules.payment_referrers) ||
    isCheckoutPage(landingPage)
  ) {
    return null
  }
  return host
}
