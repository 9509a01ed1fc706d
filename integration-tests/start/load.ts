import { randomUUID } from "node:crypto"
import type { Client } from "pg"

export const CONNECTIONS = 32
// How many answers there are in the midst of it: a slow machine needs longer for them.
const ANSWERS = 8 * CONNECTIONS
const BROWSER =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:127.0) Gecko/20100101 Firefox/127.0"

export interface Load {
  /** Event ids whose conversion the server acknowledged. */
  acknowledged: string[]
  /** Answers that were neither that nor a connection that went away. */
  refused: string[]
}

/**
 * Reports conversions on many connections, and in the midst of it does
 * something to the server; ends when no connection is left.
 */
export async function loadUntilGone(
  origin: string,
  disturb: () => void
): Promise<Load> {
  const load: Load = { acknowledged: [], refused: [] }
  let answers = 0
  const connection = async (index: number) => {
    for (;;) {
      const eventId = randomUUID()
      const status = await report(origin, eventId, index)
      if (status === null) {
        return
      }
      if (status === 202) {
        load.acknowledged.push(eventId)
      } else {
        load.refused.push(`${eventId}: ${status}`)
      }
      answers += 1
      if (answers === ANSWERS) {
        disturb()
      }
    }
  }
  await Promise.all(
    Array.from({ length: CONNECTIONS }, (_, i) => connection(i))
  )
  return load
}

let calls = 0

/** Answers the status, or null when the server was gone. */
async function report(
  origin: string,
  eventId: string,
  index: number
): Promise<number | null> {
  calls += 1
  try {
    const { status } = await fetch(
      `${origin}/web/ad-planning/track-conversion`,
      {
        method: "POST",
        headers: {
          "content-type": "text/plain",
          "user-agent": BROWSER,
          // No limit is to be met.
          "x-forwarded-for": `10.${index}.${(calls >> 8) & 255}.${calls & 255}`,
        },
        body: JSON.stringify({
          conversion_type: "add_to_cart",
          visitor_id: `load-${index}`,
          event_id: eventId,
        }),
      }
    )
    return status
  } catch {
    // The connection was refused or cut: that is what ends the load.
    return null
  }
}

/** Which of these event ids the table has, and how many the pixel counted. */
export async function storedOf(database: Client, load: Load) {
  const { rows } = await database.query<{ key: string }>(
    `SELECT idempotency_key AS key FROM conversion
      WHERE source = 'pixel' AND visitor_id LIKE 'load-%'`
  )
  const stored = new Set(rows.map(({ key }) => key.replace("pixel:", "")))
  return {
    stored,
    lost: load.acknowledged.filter((eventId) => !stored.has(eventId)),
  }
}
