import { namesAnother, type Touch } from "./touch"

/** As the host's tracker counts it. */
export const SESSION_IDLE_MS = 30 * 60_000

export interface Session {
  id: string
  /** Milliseconds since 1970. */
  active_at: number
  /** Absent for a session that the host's tracker began. */
  touch?: Touch
}

/**
 * The session a page belongs to: the one before, unless that was idle for too
 * long or the page's link names another campaign.
 */
export function nextSession(
  before: Session,
  touch: Touch,
  now: number,
  newId: () => string
): Session & { touch: Touch } {
  const goesOn =
    before.id &&
    now - before.active_at <= SESSION_IDLE_MS &&
    !(before.touch && namesAnother(touch, before.touch))
  return {
    id: goesOn ? before.id : newId(),
    active_at: now,
    touch: (goesOn && before.touch) || touch,
  }
}
