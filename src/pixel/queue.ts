/** What is kept for later at most: the oldest goes first. */
export const MAX_MESSAGES = 50
export const MAX_AGE_MS = 24 * 60 * 60_000
/** An answer that the browser may not read (CORS) looks like no network. */
export const MAX_TRIES = 20

const FIRST_DELAY_MS = 1_000
const LONGEST_DELAY_MS = 5 * 60_000

export interface Message {
  path: string
  /** Also the body's `event_id`: sent twice, it counts once. */
  id: string
  /** Milliseconds since 1970. */
  at: number
  tries: number
  body: Record<string, unknown>
}

export function withMessage(queue: Message[], message: Message): Message[] {
  return [...queue, message].slice(-MAX_MESSAGES)
}

export function withoutOld(queue: Message[], now: number): Message[] {
  return queue.filter(({ at }) => now - at < MAX_AGE_MS)
}

export function isWorthRetrying(status: number): boolean {
  // 0: no answer at all.
  return !status || status === 429 || status > 499
}

/**
 * The queue after an answer. What is tried again goes behind the others, which
 * so do not wait for it. One that is gone meanwhile (consent) stays gone.
 */
export function afterAnswer(
  queue: Message[],
  { id }: Message,
  retry: boolean
): Message[] {
  const message = queue.find((other) => other.id === id)
  const others = queue.filter((other) => other !== message)
  return message && retry && message.tries < MAX_TRIES
    ? [...others, { ...message, tries: message.tries + 1 }]
    : others
}

/**
 * Milliseconds until the next try.
 *
 * @param failures - in a row, at least 1
 * @param random - in [0, 1): not every visitor comes back at the same time
 */
export function retryDelay(failures: number, random: number): number {
  return (
    Math.min(FIRST_DELAY_MS * 2 ** (failures - 1), LONGEST_DELAY_MS) *
    (0.5 + random / 2)
  )
}
