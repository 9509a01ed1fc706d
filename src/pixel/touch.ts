/**
 * The query parameters by which a link says what it was part of. They are those
 * of the module's types/enums.ts (a test compares them), in little room.
 */
export const CAMPAIGN_FIELDS =
  "utm_source utm_medium utm_campaign utm_term utm_content utm_id gclid gbraid wbraid dclid fbclid msclkid ttclid twclid li_fat_id rdt_cid irclickid ScCid epik".split(
    " "
  )

/** The others are the utm values. */
const CLICK_IDS = CAMPAIGN_FIELDS.slice(6)

/** Longest text the server takes: of a parameter, and of an address. */
const MAX_TEXT = 512
const MAX_ADDRESS = 4096

/** A page as it was looked at. */
export interface Visit {
  href: string
  referrer: string
  /** Milliseconds since 1970. */
  at: number
  /** The domain that the shop's hosts share. */
  site?: string
  /** Whether utm values on the shop's own links begin a visit. */
  countsOwn?: boolean
}

/**
 * Where a session came from: its campaign fields, `landing_page`, `touch_at`,
 * and the `referrer` if that is another site.
 */
export interface Touch {
  touch_at: string
  [field: string]: string
}

/**
 * The parameters of an address by their names in small letters, those of its fragment
 * too, whatever stands between them; of a repeated one the first that says something.
 */
export function parametersOf({ search, hash }: URL): Record<string, string> {
  const parameters: Record<string, string> = {}
  new URLSearchParams(
    `${search}&${hash.replace(/^#([^?]*\?)?/, "")}`.replace(/&(amp;)+/g, "&")
  ).forEach((value, name) => {
    const known = name.toLowerCase()
    parameters[known] = parameters[known] || value
  })
  return parameters
}

export function touchOf(visit: Visit): Touch {
  const { href, referrer, at, site, countsOwn } = visit
  const url = new URL(href)
  const parameters = parametersOf(url)
  const value = (field: string) =>
    cut(parameters[field.toLowerCase()] || "", MAX_TEXT)
  // "https:", "", host, path
  const from = (referrer && referrer.split("/")[2]) || ""
  const isOwn =
    from === url.host || (site && `.${from.split(":")[0]}`.endsWith(`.${site}`))
  // What the shop says on its own links is no campaign; what a network added is.
  const fields =
    isOwn && !countsOwn && !CLICK_IDS.some(value) ? [] : CAMPAIGN_FIELDS
  const touch: Touch = {
    // Not its query: a link of a newsletter may hold an e-mail or a token.
    landing_page: cut(url.origin + url.pathname),
    touch_at: isoTime(at),
  }
  for (const field of fields) {
    const text = value(field) || (field === "utm_id" && value("gad_campaignid"))
    if (text) {
      touch[field] = text
    }
  }
  if (referrer && !isOwn) {
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
