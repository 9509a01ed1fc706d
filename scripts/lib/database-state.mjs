import { createHash } from "node:crypto"
import fs from "node:fs"
import path from "node:path"

import { withClient } from "./databases.mjs"

// Where Medusa notes what it has migrated.
const MIGRATIONS = "mikro_orm_migrations"
const MIGRATION_TABLES = [
  MIGRATIONS,
  "link_module_migrations",
  "script_migrations",
]

/**
 * What a database is and which migrations it has seen.
 *
 * @returns `id`, another for every database ever created; `fingerprint` of all
 * migrations run; `born`, when the first of them ran, undefined when none did
 */
export function inspectDatabase(url) {
  return withClient(url, async (client) => {
    const tables = await existing(client, MIGRATION_TABLES)
    return {
      id: await identify(client, url),
      fingerprint: await fingerprint(client, tables),
      born: tables.includes(MIGRATIONS) ? await firstRun(client) : undefined,
    }
  })
}

/** What earlier starts noted about this database. */
export function readNotes(dataDir, id) {
  try {
    return JSON.parse(fs.readFileSync(notesFile(dataDir, id), "utf8"))
  } catch {
    return {}
  }
}

export function addNotes(dataDir, id, notes) {
  const all = { ...readNotes(dataDir, id), ...notes }
  const text = `${JSON.stringify(all, null, 2)}\n`
  fs.writeFileSync(notesFile(dataDir, id), text)
}

const notesFile = (dataDir, id) => path.join(dataDir, `database-${id}.json`)

async function identify(client, url) {
  const { rows } = await client.query(
    "SELECT oid::text FROM pg_database WHERE datname = current_database()"
  )
  const server = (await systemIdentifier(client)) ?? new URL(url).host
  return createHash("sha256")
    .update(`${server}/${rows[0].oid}`)
    .digest("hex")
    .slice(0, 16)
}

/** Made with the cluster; hosted services may keep it to themselves. */
async function systemIdentifier(client) {
  try {
    const { rows } = await client.query(
      "SELECT system_identifier::text AS id FROM pg_control_system()"
    )
    return rows[0].id
  } catch {
    return undefined
  }
}

async function existing(client, tables) {
  const { rows } = await client.query(
    "SELECT name FROM unnest($1::text[]) AS name WHERE to_regclass(name) IS NOT NULL",
    [tables]
  )
  return rows.map(({ name }) => name)
}

async function fingerprint(client, tables) {
  const hash = createHash("sha256")
  for (const table of tables) {
    const { rows } = await client.query(
      `SELECT t::text AS text FROM ${table} t ORDER BY 1`
    )
    hash.update(`${table}\0${rows.map(({ text }) => text).join("\0")}`)
  }
  return hash.digest("hex")
}

async function firstRun(client) {
  const { rows } = await client.query(
    `SELECT min(executed_at)::text AS born FROM ${MIGRATIONS}`
  )
  return rows[0].born ?? undefined
}
