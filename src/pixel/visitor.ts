import type { Attributes } from "./api"
import { newId } from "./ids"
import { nextSession, type Session } from "./session"
import { parse, read, write } from "./storage"
import { cut, isDirect, touchOf, type Touch, type Visit } from "./touch"

// The names of the host's own tracker: both agree on who the visitor is.
const VISITOR_KEY = "jyt_visitor_id"
const SESSION_KEY = "jyt_session_id"
const ACTIVE_KEY = "jyt_session_timestamp"

/** Which session that is, and where it came from. */
const ORIGIN_KEY = "ad_planning_session"
/** Where the visitor came from when last not directly. */
const TOUCH_KEY = "ad_planning_touch"
const TOUCH_MAX_AGE_MS = 30 * 24 * 60 * 60_000

const KEYS = [VISITOR_KEY, SESSION_KEY, ACTIVE_KEY, ORIGIN_KEY, TOUCH_KEY]

const LOCAL = "localStorage"
const SESSION = "sessionStorage"

/** The visitor's id again, for the shop's other hosts. */
const COOKIE = "ad_planning_visitor"
const COOKIE_SECONDS = 400 * 24 * 60 * 60
const PROBE = "ad_planning_probe"
let site: string | undefined

const MAX_ID = 128

/**
 * Who looks at the page, in which session, and the touch that counts for it.
 *
 * @param cookie - in which the shop's server keeps the visitor's id
 */
export function stampOf(
  visit: Visit,
  websiteId: string,
  cookie: string | undefined
): Attributes {
  const visitorId = cut(
    readCookie(cookie) ||
      readCookie(COOKIE) ||
      read(LOCAL, VISITOR_KEY) ||
      newId(),
    MAX_ID
  )
  write(LOCAL, VISITOR_KEY, visitorId)
  writeCookie(`${COOKIE}=${visitorId}`, siteOf(), COOKIE_SECONDS)
  const { id, touch } = enterSession({ ...visit, site: siteOf() })
  const last = parse<Touch>(read(LOCAL, TOUCH_KEY))
  return Object.assign(
    { visitor_id: visitorId, session_id: id, website_id: websiteId },
    last && visit.at - Date.parse(last.touch_at) < TOUCH_MAX_AGE_MS
      ? last
      : touch
  )
}

/**
 * The widest domain that takes a cookie of this page: that of all the shop's hosts,
 * for a browser takes none for what many share (`co.uk`).
 */
function siteOf(): string {
  const all = domains()
  site =
    site ||
    all.find((domain) => {
      writeCookie(`${PROBE}=1`, domain, 9)
      const isTaken = readCookie(PROBE)
      writeCookie(`${PROBE}=`, domain, 0)
      return isTaken
    }) ||
    location.hostname
  return site
}

/** That of the page and those it is within, the widest first. */
function domains(): string[] {
  const labels = location.hostname.split(".")
  return labels.map((_, index) => labels.slice(-1 - index).join("."))
}

function writeCookie(pair: string, domain: string, seconds: number): void {
  // A host without a dot, as on a developer's machine, takes no domain.
  const scope = domain.includes(".") ? `;domain=${domain}` : ""
  document.cookie = `${pair}${scope};path=/;max-age=${seconds};samesite=lax`
}

function readCookie(name: string | undefined): string | undefined {
  const pair =
    name &&
    document.cookie.split("; ").find((one) => one.startsWith(`${name}=`))
  return pair && pair.slice(pair.indexOf("=") + 1)
}

function enterSession(visit: Visit): Session & { touch: Touch } {
  const id = read(SESSION, SESSION_KEY) || ""
  const origin = parse<Session>(read(SESSION, ORIGIN_KEY))
  const before = origin && origin.id === id ? origin.touch : undefined
  const next = nextSession(
    { id, active_at: Number(read(SESSION, ACTIVE_KEY)), touch: before },
    touchOf(visit),
    visit.at,
    newId
  )
  write(SESSION, SESSION_KEY, next.id)
  write(SESSION, ACTIVE_KEY, `${next.active_at}`)
  write(SESSION, ORIGIN_KEY, JSON.stringify(next))
  if (next.touch !== before && !isDirect(next.touch)) {
    write(LOCAL, TOUCH_KEY, JSON.stringify(next.touch))
  }
  return next
}

export function forgetVisitor(): void {
  domains().forEach((domain) => writeCookie(`${COOKIE}=`, domain, 0))
  for (const key of KEYS) {
    write(LOCAL, key, null)
    write(SESSION, key, null)
  }
}
