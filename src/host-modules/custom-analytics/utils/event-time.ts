const MAX_AHEAD_MS = 5 * 60 * 1000
const MAX_AGE_MS = 24 * 60 * 60 * 1000

/**
 * The time an event is filed under: the visitor's clock where it is believable
 * (at most 5 minutes ahead of ours, at most 24 hours old), else our own.
 *
 * @param timestamp - the visitor's clock, ISO 8601
 * @param receivedAt - our clock, ISO 8601
 */
export function eventTime(
  timestamp: string | undefined,
  receivedAt: string
): string {
  if (timestamp === undefined) {
    return receivedAt
  }
  const ahead = Date.parse(timestamp) - Date.parse(receivedAt)
  const isBelievable = ahead <= MAX_AHEAD_MS && ahead >= -MAX_AGE_MS
  return isBelievable ? timestamp : receivedAt
}
