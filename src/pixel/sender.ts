import { newId } from "./ids"
import {
  afterAnswer,
  isWorthRetrying,
  MAX_AGE_MS,
  retryDelay,
  withMessage,
  withoutOld,
  type Message,
} from "./queue"
import { parse, read, write } from "./storage"

const QUEUE_KEY = "ad_planning_queue"
const TIMEOUT_MS = 20_000

export interface Sender {
  send: (
    path: string,
    body: Record<string, unknown>,
    at: number,
    id?: string
  ) => void
  flush: () => void
  /** The page may be about to go. */
  hurry: () => void
  /** There is a network again. */
  resume: () => void
  /** Forgets what was not sent. */
  clear: () => void
}

function readQueue(): Message[] {
  return withoutOld(
    parse<Message[]>(read("localStorage", QUEUE_KEY)) || [],
    Date.now()
  )
}

function save(queue: Message[]): void {
  write("localStorage", QUEUE_KEY, queue.length ? JSON.stringify(queue) : null)
}

/**
 * Sends one message after the other and keeps each until its answer is known.
 * What the page did not learn is sent again by the next one, with its event id.
 *
 * @param base - address of the server, without a slash at the end
 * @param optionalPath - where a 404 means that the store has no such route
 */
export function createSender(base: string, optionalPath: string): Sender {
  let inFlight: Message | undefined
  let failures = 0
  let restUntil = 0
  /** Whether the server said for how long. */
  let isTold = false
  let isMissing = false
  const beaconed = new Set<string>()

  const isWanted = ({ path }: Message) => !isMissing || path !== optionalPath

  function flush() {
    const [message] = readQueue()
    if (
      !message ||
      inFlight ||
      navigator.onLine === false ||
      Date.now() < restUntil
    ) {
      return
    }
    inFlight = message
    // Text and no cookies: nothing that a browser would first ask about.
    fetch(base + message.path, {
      method: "POST",
      body: JSON.stringify(message.body),
      keepalive: true,
      credentials: "omit",
      signal: AbortSignal.timeout && AbortSignal.timeout(TIMEOUT_MS),
    }).then(
      ({ status, headers }) =>
        settle(message, status, Number(headers.get("retry-after"))),
      // No network, or no answer that this page may read.
      () => settle(message, 0, 0)
    )
  }

  function settle(message: Message, status: number, retryAfter: number) {
    const retry = isWorthRetrying(status)
    inFlight = undefined
    isMissing = isMissing || (status === 404 && message.path === optionalPath)
    save(afterAnswer(readQueue(), message, retry).filter(isWanted))
    failures = retry ? failures + 1 : 0
    isTold = retry && retryAfter > 0
    if (retry) {
      const delay = isTold
        ? Math.min(retryAfter * 1_000, MAX_AGE_MS)
        : retryDelay(failures, Math.random())
      restUntil = Date.now() + delay
      setTimeout(() => {
        // Not by the clock: a timer may ring a millisecond early.
        restUntil = 0
        flush()
      }, delay)
    } else {
      flush()
    }
  }

  return {
    send(path, fields, at, id = newId()) {
      const body = { ...fields, event_id: id }
      const message = { path, id, at, tries: 1, body }
      if (isWanted(message)) {
        save(withMessage(readQueue(), message))
        flush()
      }
    },
    flush,
    hurry() {
      for (const { id, path, body } of readQueue()) {
        // A fetch that is under way outlives the page.
        if (
          !(inFlight && inFlight.id === id) &&
          !beaconed.has(id) &&
          !isTold &&
          navigator.sendBeacon(base + path, JSON.stringify(body))
        ) {
          beaconed.add(id)
        }
      }
    },
    resume() {
      if (!isTold) {
        restUntil = 0
      }
      flush()
    },
    clear: () => save([]),
  }
}
