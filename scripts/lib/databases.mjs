import pg from "pg"

const CONNECT_TIMEOUT_MS = 10_000
const UNKNOWN_DATABASE = "3D000"
const DUPLICATE_DATABASE = "42P04"
const DATABASE_IN_USE = "55006"

export function databaseUrl({ host, port, user, password }, name) {
  const login = `${encodeURIComponent(user)}:${encodeURIComponent(password)}`
  return `postgres://${login}@${host}:${port}/${encodeURIComponent(name)}`
}

/** Connects, runs the work with the connected client, and closes. */
export async function withClient(url, work) {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  })
  // Without a listener a connection the server ends would end us too.
  client.on("error", () => {})
  try {
    await client.connect()
    return await work(client)
  } finally {
    await client.end().catch(() => {})
  }
}

/**
 * Creates the URL's database when the server has none of that name.
 *
 * @throws what the connection says: no such server, wrong password, ...
 */
export async function ensureDatabase(url) {
  try {
    await withClient(url, () => {})
  } catch (error) {
    if (error.code !== UNKNOWN_DATABASE) {
      throw error
    }
    await createDatabase(url)
  }
}

/**
 * Drops the URL's database and creates it anew. One that is in use stays.
 *
 * @returns whether it was dropped
 */
export async function recreateDatabase(url) {
  const { maintenance, name } = maintenanceOf(url)
  const isDropped = await withClient(maintenance, (client) =>
    dropDatabase(client, name)
  )
  if (isDropped) {
    await createDatabase(url)
  }
  return isDropped
}

/**
 * Drops the databases whose name is like the pattern. One that is in use stays.
 *
 * @param pattern - for SQL's LIKE
 * @returns the dropped names
 */
export async function dropDatabases(url, pattern) {
  return withClient(url, async (client) => {
    const { rows } = await client.query(
      "SELECT datname AS name FROM pg_database WHERE datname LIKE $1",
      [pattern]
    )
    const dropped = []
    for (const { name } of rows) {
      if (await dropDatabase(client, name)) {
        dropped.push(name)
      }
    }
    return dropped
  })
}

/** Where a database can be made or dropped from, and its name. */
function maintenanceOf(url) {
  const maintenance = new URL(url)
  const name = decodeURIComponent(maintenance.pathname.slice(1))
  maintenance.pathname = "/postgres"
  return { maintenance: maintenance.href, name }
}

async function createDatabase(url) {
  const { maintenance, name } = maintenanceOf(url)
  await withClient(maintenance, async (client) => {
    const statement = `CREATE DATABASE ${client.escapeIdentifier(name)}`
    await ignoring(DUPLICATE_DATABASE, client.query(statement))
  })
}

async function dropDatabase(client, name) {
  const statement = `DROP DATABASE IF EXISTS ${client.escapeIdentifier(name)}`
  return ignoring(DATABASE_IN_USE, client.query(statement))
}

/** @returns whether it succeeded; false for the one error that is expected */
async function ignoring(code, query) {
  try {
    await query
    return true
  } catch (error) {
    if (error.code === code) {
      return false
    }
    throw error
  }
}
