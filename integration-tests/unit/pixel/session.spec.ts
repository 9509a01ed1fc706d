import { nextSession, SESSION_IDLE_MS } from "../../../src/pixel/session"
import { touchOf } from "../../../src/pixel/touch"

const now = Date.UTC(2026, 7, 3, 10)
const touch = (query: string) =>
  touchOf({ href: `https://shop.com/${query}`, referrer: "", at: now })

const before = {
  id: "session-1",
  active_at: now - 60_000,
  touch: { ...touch("?utm_campaign=one"), touch_at: "2026-08-03T09:00:00Z" },
}
const next = (session: typeof before, query: string) =>
  nextSession(session, touch(query), now, () => "session-2")

describe("nextSession", () => {
  it.each([
    ["no campaign", ""],
    ["the same campaign", "?utm_campaign=one"],
  ])("goes on with %s, and keeps where it came from", (_case, query) => {
    expect(next(before, query)).toEqual({ ...before, active_at: now })
  })

  it("is a new one with another campaign", () => {
    expect(next(before, "?utm_campaign=two")).toEqual({
      id: "session-2",
      active_at: now,
      touch: touch("?utm_campaign=two"),
    })
  })

  it.each([
    ["the last moment", SESSION_IDLE_MS, "session-1"],
    ["one millisecond more", SESSION_IDLE_MS + 1, "session-2"],
    // The visitor set the clock back.
    ["the future", -60_000, "session-1"],
    ["a time that is none", NaN, "session-2"],
  ])("after %s it is %s", (_case, idle, expected) => {
    const { id } = next({ ...before, active_at: now - idle }, "")
    expect(id).toBe(expected)
  })

  it("is a new one for the first page", () => {
    const first = { id: "", active_at: 0 }
    expect(nextSession(first, touch(""), now, () => "session-2")).toEqual({
      id: "session-2",
      active_at: now,
      touch: touch(""),
    })
  })

  it("joins the one that the host's tracker began", () => {
    const { id, active_at } = before
    const theirs = { id, active_at }
    const link = touch("?gclid=1")
    expect(nextSession(theirs, link, now, () => "session-2")).toEqual({
      id: "session-1",
      active_at: now,
      touch: link,
    })
  })
})
