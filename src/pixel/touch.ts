/**
 * The query parameters by which a link says what it was part of. They are those
 * of the module's types/enums.ts (a test compares them), in little room.
 */
export const CAMPAIGN_FIELDS =
  "utm_source utm_medium utm_campaign utm_term utm_content utm_id gclid gbraid wbraid dclid fbclid msclkid ttclid twclid li_fat_id rdt_cid irclickid ScCid epik".split(
    " "
  )

/** Longest text the server takes: of a parameter, and of an address. */
const MAX_TEXT = 512
const MAX_ADDRESS = 4096

/** A page as it was looked at. */
export interface Visit {
  href: string
  referrer: string
  /** Milliseconds since 1970. */
  at: number
}

/**
 * Where a session came from: its campaign fields, `landing_page`, `touch_at`,
 * and the `referrer` if that is another site.
 */
export interface Touch {
  touch_at: string
  [field: string]: string
}

export function touchOf({ href, referrer, at }: Visit): Touch {
  const url = new URL(href)
  const query = url.searchParams
  const touch: Touch = {
    // Not its query: a link of a newsletter may hold an e-mail or a token.
    landing_page: cut(url.origin + url.pathname),
    touch_at: isoTime(at),
  }
  for (const field of CAMPAIGN_FIELDS) {
    // Some shops lower all of an address: ScCid is the only field with capitals.
    const value = cut(
      query.get(field) || query.get(field.toLowerCase()) || "",
      MAX_TEXT
    )
    if (value) {
      touch[field] = value
    }
  }
  // "https:", "", host, path
  if (referrer && referrer.split("/")[2] !== url.host) {
    touch.referrer = cut(referrer)
  }
  return touch
}

/** The server stores neither NUL nor the half character that a cut may leave. */
export function cut(text: string, length = MAX_ADDRESS): string {
  return text.slice(0, length).replace(/\0|[\ud800-\udbff]$/g, "")
}

export function isoTime(at: number): string {
  return new Date(at).toISOString()
}

/** Whether a link names another campaign or click than the session came from. */
export function namesAnother(touch: Touch, session: Touch): boolean {
  return CAMPAIGN_FIELDS.some(
    (field) => touch[field] && touch[field] !== session[field]
  )
}

/** Whether it says no more than that somebody came, where and when. */
export function isDirect(touch: Touch): boolean {
  return Object.keys(touch).length === 2
}
