import {
  afterAnswer,
  isWorthRetrying,
  MAX_AGE_MS,
  MAX_MESSAGES,
  MAX_TRIES,
  retryDelay,
  withMessage,
  withoutOld,
  type Message,
} from "../../../src/pixel/queue"

const now = Date.UTC(2026, 7, 3, 10)
const message = (id: string, fields: Partial<Message> = {}): Message => ({
  path: "/web/x",
  id,
  at: now,
  tries: 1,
  body: { event_id: id },
  ...fields,
})
const [a, b, c] = [message("a"), message("b"), message("c")]

describe("withMessage", () => {
  it("puts it behind the others", () => {
    expect(withMessage([a, b], c)).toEqual([a, b, c])
  })

  it("drops the oldest of too many", () => {
    const full = Array.from({ length: MAX_MESSAGES }, (_, index) =>
      message(`${index}`)
    )
    const queue = withMessage(full, a)
    expect(queue).toHaveLength(MAX_MESSAGES)
    expect([queue[0]?.id, queue.at(-1)?.id]).toEqual(["1", "a"])
  })
})

describe("withoutOld", () => {
  it("drops what is a day old", () => {
    const old = message("old", { at: now - MAX_AGE_MS })
    const young = message("young", { at: now - MAX_AGE_MS + 1 })
    expect(withoutOld([old, young], now)).toEqual([young])
  })
})

describe("isWorthRetrying", () => {
  it.each([0, 429, 500, 502, 503, 504])("%i", (status) => {
    expect(isWorthRetrying(status)).toBe(true)
  })

  it.each([200, 202, 204, 400, 401, 403, 404, 408, 413, 422])(
    "not %i",
    (status) => {
      expect(isWorthRetrying(status)).toBe(false)
    }
  )
})

describe("afterAnswer", () => {
  it("is without what was taken or refused", () => {
    expect(afterAnswer([a, b], a, false)).toEqual([b])
  })

  it("has what is tried again behind the others", () => {
    expect(afterAnswer([a, b], a, true)).toEqual([b, { ...a, tries: 2 }])
  })

  it("gives up in the end", () => {
    const tired = message("tired", { tries: MAX_TRIES })
    expect(afterAnswer([tired, b], tired, true)).toEqual([b])
  })

  it("does not bring back what was cleared meanwhile", () => {
    expect(afterAnswer([b], a, true)).toEqual([b])
  })
})

describe("retryDelay", () => {
  it.each([
    [1, 0, 500],
    [1, 0.999, 999.5],
    [2, 0, 1_000],
    [5, 0.5, 12_000],
    [9, 0, 128_000],
    [10, 0, 150_000],
    [1_000, 0.999, 299_850],
  ])("after %i failures, with %d: %d ms", (failures, random, expected) => {
    expect(retryDelay(failures, random)).toBeCloseTo(expected, 6)
  })
})
