import type { Client } from "pg"
import { randomFor } from "../../src/scripts/demo/random"
import { FORGET_FACTS, TOLD_FACTS } from "../helpers/told-facts"

/** A server that can be killed, and its database. */
export interface KillableServer {
  database: Client
  call: <Answer>(
    method: string,
    path: string,
    body?: unknown
  ) => Promise<Answer>
  /** Without a chance to say goodbye. */
  kill: () => Promise<void>
  start: () => Promise<void>
}

interface Run {
  id: string
  status: string
  rows_total: number
  rows_read: number
  rows_written: number
  last_error: string | null
}

// When the server is killed, after it has answered again.
const EARLIEST_MS = 500
const LATEST_MS = 6_000
const RUN_MS = 5 * 60_000
const LOOK_MS = 250

/** Every told fact, one line each. */
export async function factsOf(database: Client): Promise<string[]> {
  const { rows } = await database.query<{ fact: string }>(
    `SELECT key || ' ' || row AS fact FROM (${TOLD_FACTS}) told ORDER BY 1`
  )
  return rows.map(({ fact }) => fact)
}

/** Forgets all facts and lets a backfill tell them again, killed so many times. */
export async function backfillKilled(
  server: KillableServer,
  kills: number,
  seed: string
): Promise<{ run: Run; readAtKills: number[] }> {
  const random = randomFor(seed)
  for (const statement of FORGET_FACTS) {
    await server.database.query(statement)
  }
  const {
    backfill_run: { id },
  } = await server.call<{ backfill_run: Run }>(
    "POST",
    "/admin/ad-planning/backfill",
    {}
  )
  const readAtKills: number[] = []
  for (let kill = 0; kill < kills; kill++) {
    await wait(random.int(EARLIEST_MS, LATEST_MS))
    await server.kill()
    const { rows } = await server.database.query<Run>(
      "SELECT rows_read FROM ad_planning_backfill_run WHERE id = $1",
      [id]
    )
    readAtKills.push(rows[0]!.rows_read)
    await server.start()
  }
  return { run: await endOf(server, id), readAtKills }
}

async function endOf(server: KillableServer, id: string): Promise<Run> {
  const deadline = Date.now() + RUN_MS
  for (;;) {
    const { backfill_run: run } = await server.call<{ backfill_run: Run }>(
      "GET",
      `/admin/ad-planning/backfill/${id}`
    )
    if (run.status !== "running") {
      return run
    }
    if (Date.now() > deadline) {
      throw new Error(
        `not at its end after ${RUN_MS} ms: ${JSON.stringify(run)}`
      )
    }
    await wait(LOOK_MS)
  }
}

/** Does something again and again on some connections, until the server is gone. */
export async function untilGone(
  connections: number,
  work: () => Promise<unknown>
): Promise<void> {
  const connection = async () => {
    for (;;) {
      try {
        await work()
      } catch {
        return
      }
    }
  }
  await Promise.all(Array.from({ length: connections }, connection))
}

export function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
