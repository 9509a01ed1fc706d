import path from "node:path"

import { databaseUrl, ensureDatabase } from "./databases.mjs"
import { releasePostgres, startPostgres } from "./postgres.mjs"
import { connectionErrorText, Problem } from "./problem.mjs"
import { report } from "./report.mjs"

const DATABASE_NAME = "ad_planning"

/**
 * The database to run on: the one of DATABASE_URL, else one in the packaged
 * PostgreSQL. Either is created when its server has none of that name.
 *
 * @returns `url`; `isBuiltIn`; `close`, which stops what was started here
 */
export function openDatabase({ databaseUrl: url, dataDir }) {
  return url ? openGiven(url) : openBuiltIn(path.join(dataDir, "postgres"))
}

async function openBuiltIn(dataDir) {
  const done = report(`Starting PostgreSQL in ${dataDir}`)
  const connection = await startPostgres({ dataDir })
  const close = () => releasePostgres({ dataDir })
  try {
    const url = databaseUrl(connection, DATABASE_NAME)
    await ensureDatabase(url)
    done(`PostgreSQL answers on port ${connection.port}`)
    return { url, isBuiltIn: true, close }
  } catch (error) {
    await close()
    throw error
  }
}

async function openGiven(url) {
  const place = describe(url)
  try {
    await ensureDatabase(url)
  } catch (cause) {
    throw new Problem(
      `The database of DATABASE_URL (${place}) cannot be used: ${connectionErrorText(cause)}. ` +
        `Start or correct it, or unset DATABASE_URL to use the packaged PostgreSQL.`,
      { cause }
    )
  }
  return { url, isBuiltIn: false, close: async () => {} }
}

/** Server and database without the login, for messages. */
function describe(url) {
  try {
    const { protocol, host, pathname } = new URL(url)
    if (/^postgres(ql)?:$/.test(protocol)) {
      return `${host}${pathname}`
    }
  } catch {
    // Told below, without the text: it may hold a password.
  }
  throw new Problem(
    "DATABASE_URL is not of the form postgres://user:password@host:5432/name " +
      "(special characters of a password must be percent-encoded)."
  )
}
