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
    readCookie(cookie) || read(LOCAL, VISITOR_KEY) || newId(),
    MAX_ID
  )
  write(LOCAL, VISITOR_KEY, visitorId)
  const { id, touch } = enterSession(visit)
  const last = parse<Touch>(read(LOCAL, TOUCH_KEY))
  return Object.assign(
    { visitor_id: visitorId, session_id: id, website_id: websiteId },
    last && visit.at - Date.parse(last.touch_at) < TOUCH_MAX_AGE_MS
      ? last
      : touch
  )
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
  for (const key of KEYS) {
    write(LOCAL, key, null)
    write(SESSION, key, null)
  }
}
