import { APICallError, RetryError } from "ai"

/** What to do about a call that failed. */
export type ModelFailure =
  /** Nothing can be asked: the key or the quota. */
  | { kind: "stop"; reason: string }
  /** Not before a time, as the provider said or as is usual. */
  | { kind: "later"; reason: string; retry_at: Date }
  /** The call itself: its texts are tried again. */
  | { kind: "failed"; reason: string }

const UNAUTHORISED = [401, 403]
const TOO_MANY = 429
const SECOND_MS = 1_000
const DEFAULT_PAUSE_MS = 30_000

/** Tells failures of a provider apart; the reason holds no text of a customer. */
export function modelFailure(thrown: unknown, now: Date): ModelFailure {
  const error = RetryError.isInstance(thrown) ? thrown.lastError : thrown
  if (!APICallError.isInstance(error)) {
    const name = error instanceof Error ? error.name : "Error"
    return {
      kind: "failed",
      reason:
        name === "TimeoutError" || name === "AbortError"
          ? "the model did not answer in time"
          : `the call failed: ${name}`,
    }
  }
  const status = error.statusCode
  if (status && UNAUTHORISED.includes(status)) {
    return { kind: "stop", reason: `the provider refused the key (${status})` }
  }
  if (/insufficient_quota/.test(error.responseBody ?? "")) {
    return { kind: "stop", reason: "the provider's quota is used up" }
  }
  const retryAt = retryTime(error.responseHeaders ?? {}, now)
  if (retryAt || status === TOO_MANY) {
    return {
      kind: "later",
      reason: `the provider asks to wait (${status ?? "no status"})`,
      retry_at: retryAt ?? new Date(+now + DEFAULT_PAUSE_MS),
    }
  }
  return {
    kind: "failed",
    reason: `the provider answered ${status ?? "nothing"}`,
  }
}

/** `retry-after-ms`, else `retry-after` in seconds or as a date; of any length. */
export function retryTime(
  headers: Record<string, string>,
  now: Date
): Date | null {
  const ms = Number(headers["retry-after-ms"] ?? NaN)
  if (Number.isFinite(ms) && ms >= 0) {
    return new Date(+now + ms)
  }
  const after = headers["retry-after"]
  if (after === undefined) {
    return null
  }
  const seconds = Number(after)
  if (Number.isFinite(seconds) && seconds >= 0) {
    return new Date(+now + seconds * SECOND_MS)
  }
  const date = Date.parse(after)
  return Number.isNaN(date) ? null : new Date(date)
}
